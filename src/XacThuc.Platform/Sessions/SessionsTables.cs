using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Sessions.Correct;
using XacThuc.Platform.Sessions.Observe;
using XacThuc.Platform.Sessions.Sign;

namespace XacThuc.Platform.Sessions;

/// <summary>How sessions, lots and doses are kept.</summary>
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
            session.Property(s => s.Version).IsConcurrencyToken();
        });
        model.Entity<Booking>(booking =>
        {
            booking.ToTable(Bookings);
            booking.HasIndex(b => new { b.SessionId, b.Number }).IsUnique();

            // Nobody is booked twice: what would be a second place cannot be saved.
            booking.HasIndex(b => b.PersonId).IsUnique().HasFilter($"\"State\" <> {(int)BookingState.Cancelled}");
            booking.Property(b => b.Version).IsConcurrencyToken();
        });
        model.Entity<Lot>(lot =>
        {
            lot.ToTable("lots");
            lot.HasIndex(l => new { l.UnitId, l.Product, l.Number }).IsUnique();
            lot.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<SessionLot>(lot =>
        {
            lot.ToTable("session_lots");
            lot.HasIndex(l => new { l.SessionId, l.LotId }).IsUnique();
        });
        model.Entity<SessionResult>(result =>
        {
            result.ToTable("session_results");
            result.HasIndex(r => new { r.SessionId, r.Version }).IsUnique();
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
        model.Entity<DoseVersion>(version =>
        {
            version.ToTable("dose_versions");
            version.HasIndex(v => new { v.DoseId, v.Version }).IsUnique();
        });
        model.Entity<Dose>(dose =>
        {
            dose.ToTable("doses");
            dose.HasIndex(d => d.EntryKey).IsUnique();
            dose.HasIndex(d => new { d.RecordId, d.Number });
            dose.HasIndex(d => new { d.SessionId, d.Lot });
            dose.Property(d => d.Version).IsConcurrencyToken();
        });
    }
}
