using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lots;

namespace XacThuc.Platform.Sessions.Correct;

/// <summary>Finds the doses of a session that a correction is about; all tracked.</summary>
internal static class SessionDoses
{
    /// <summary>The dose of somebody at a session.</summary>
    public static Task<Dose?> FindDose(this PlatformDb db, long sessionId, int number, CancellationToken stop) =>
        db.DosesOf(sessionId, number).FirstOrDefaultAsync(stop);

    /// <summary>The doses of a session that count, of somebody or of all.</summary>
    public static IQueryable<Dose> DosesOf(this PlatformDb db, long sessionId, int? number) =>
        db.Set<Booking>().Where(booking => booking.SessionId == sessionId && booking.DoseId != null && (number == null || booking.Number == number))
            .Join(db.Set<Dose>(), booking => booking.DoseId, dose => (long?)dose.Id, (_, dose) => dose).Where(dose => dose.State == DoseState.Valid)
            .OrderBy(dose => dose.Id);

    /// <summary>Somebody at a session who has no dose of it.</summary>
    public static Task<Booking?> FindUnvaccinated(this PlatformDb db, long sessionId, long number, CancellationToken stop) =>
        db.Set<Booking>().FirstOrDefaultAsync(booking => booking.SessionId == sessionId && booking.Number == number && booking.DoseId == null, stop);

    /// <summary>Whether a dose was taken of a lot.</summary>
    public static bool IsOf(this Lot lot, Dose dose) =>
        lot.Number.Equals(dose.Lot, StringComparison.Ordinal) && lot.Product.Equals(dose.Product, StringComparison.Ordinal);
}
