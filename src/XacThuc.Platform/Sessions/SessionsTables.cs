using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Sessions.Cards;
using XacThuc.Platform.Sessions.Correct;
using XacThuc.Platform.Sessions.Observe;
using XacThuc.Platform.Sessions.Sign;
using XacThuc.Platform.Sessions.Sign.Remote;

namespace XacThuc.Platform.Sessions;

/// <summary>How sessions are kept.</summary>
internal static class SessionsTables
{
    public const string Bookings = "bookings";

    public static void Map(ModelBuilder model)
    {
        model.Entity<VaccinationSession>(session =>
        {
            session.ToTable("sessions");
            session.HasIndex(s => s.Code).IsUnique();
            session.HasIndex(s => new { s.UnitId, s.Day });
            session.HasIndex(s => s.CardRequestId);
            session.Property(s => s.Version).IsConcurrencyToken();
        });
        model.Entity<Booking>(booking =>
        {
            booking.ToTable(Bookings);
            booking.HasIndex(b => new { b.SessionId, b.Number }).IsUnique();

            // Who is observed longest is asked on every page of the desk.
            booking.HasIndex(b => new { b.SessionId, b.State, b.InjectedAt, b.Number });

            // Nobody is booked twice: what would be a second place cannot be saved.
            booking.HasIndex(b => b.PersonId).IsUnique().HasFilter($"\"State\" <> {(int)BookingState.Cancelled}");
            booking.Property(b => b.Version).IsConcurrencyToken();
        });
        model.Entity<CardRequest>(request =>
        {
            request.ToTable("card_requests");
            request.HasIndex(r => r.Code).IsUnique();
            request.HasIndex(r => new { r.CommuneCode, r.State });
            request.Property(r => r.Version).IsConcurrencyToken();
        });
        model.Entity<SessionResult>(result =>
        {
            result.ToTable("session_results");
            result.HasIndex(r => new { r.SessionId, r.Version }).IsUnique();
        });
        model.Entity<RemoteRequest>(request =>
        {
            request.ToTable("remote_requests");
            request.HasIndex(r => new { r.AskedBy, r.Id });
            request.HasIndex(r => r.DueAt).HasFilter($"\"State\" <= {(int)RemoteState.Agreed}");

            // A signer is asked once at a time for the same results.
            request.HasIndex(r => r.ResultId, "IX_remote_requests_open").IsUnique().HasFilter($"\"State\" <= {(int)RemoteState.Agreed}");
            request.HasIndex(r => r.ResultId);

            // Whoever stops waiting, and the signature that comes that moment: one of them finds out.
            request.Property(r => r.State).IsConcurrencyToken();
        });
        model.Entity<SessionCorrection>(correction =>
        {
            correction.ToTable("session_corrections");
            correction.HasIndex(c => c.SessionId);
            correction.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<AdverseEvent>(seen =>
        {
            seen.ToTable("adverse_events");
            seen.HasIndex(e => new { e.SessionId, e.Number });
            seen.Property(e => e.Version).IsConcurrencyToken();
        });
        model.Entity<EventFollowUp>(news =>
        {
            news.ToTable("event_follow_ups");
            news.HasIndex(n => n.EventId);
        });
    }
}
