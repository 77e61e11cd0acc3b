using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Sessions.Correct;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>The way from a report to the proposal that puts a dose of a signed session right: filled in, one press away, for two people.</summary>
internal static class SessionWay
{
    /// <summary>Numbers of people at their sessions, by dose.</summary>
    public static Task<Dictionary<long, int>> PlacesOf(PlatformDb db, IEnumerable<Dose> doses, CancellationToken stop)
    {
        var ids = doses.Where(dose => dose.SessionId is not null).Select(dose => (long?)dose.Id).ToArray();
        return ids.Length == 0 ? Task.FromResult(new Dictionary<long, int>())
            : db.Set<Booking>().Where(booking => EF.Parameter(ids).Contains(booking.DoseId)).ToDictionaryAsync(booking => booking.DoseId!.Value, booking => booking.Number, stop);
    }

    /// <summary>The address; none for a dose of no session.</summary>
    public static string? Of(CaseShown shown, PlannedDose dose)
    {
        if (dose.Stored is not { SessionId: { } session } stored || !shown.Places.TryGetValue(stored.Id, out var place)) return null;
        var address = $"/sessions/{session}/corrections?place={place}&report={shown.Case.Id}";
        if (dose.Deed == DoseDeed.Withdraw) return $"{address}&kind={CorrectionKind.NotGiven}#dose-place";
        return int.TryParse(dose.Form.Number, out var number) && number != stored.Number
            ? $"{address}&kind={CorrectionKind.DoseNumber}&to={number}#dose-place" : $"{address}#dose-place";
    }
}
