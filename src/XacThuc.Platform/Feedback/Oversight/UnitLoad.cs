using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Feedback.Oversight;

/// <summary>How a unit keeps up with citizens' reports.</summary>
/// <param name="Id">The unit's key.</param>
/// <param name="Unit">Its name.</param>
/// <param name="Received">Recorded within the days asked for.</param>
/// <param name="Answered">Of those, answered.</param>
/// <param name="InTime">Of those answered, within 48 hours.</param>
/// <param name="Owed">To be answered now, of any day.</param>
/// <param name="Soon">Of those, due within eight hours.</param>
/// <param name="Late">Of those, late.</param>
/// <param name="Oldest">Since when the oldest of them waits.</param>
/// <param name="Rating">How citizens rate it, 1 to 5; 0 where nobody said.</param>
internal sealed record UnitLoad(long Id, string Unit, int Received, int Answered, int InTime, int Owed, int Soon, int Late, DateTimeOffset? Oldest, double Rating)
{
    /// <summary>All units of somebody's place that had or have something, the latest first.</summary>
    public static async Task<IReadOnlyList<UnitLoad>> Of(PlatformDb db, SignedIn me, DateTimeOffset from, DateTimeOffset now, CancellationToken stop)
    {
        var units = await db.Units.AsNoTracking().Where(unit => unit.Path.StartsWith(me.Path)).Select(unit => new { unit.Id, unit.Name }).ToListAsync(stop);
        var ids = units.Select(unit => (long?)unit.Id).ToArray();
        var cases = db.Set<FeedbackCase>().AsNoTracking().Where(one => one.State != FeedbackState.Unconfirmed && EF.Parameter(ids).Contains(one.UnitId));
        var received = await cases.Where(one => one.RecordedAt >= from).GroupBy(one => one.UnitId).Select(group => new
        {
            group.Key,
            Received = group.Count(),
            Answered = group.Count(one => one.AnsweredAt != null),
            InTime = group.Count(one => one.AnsweredAt != null && one.AnsweredAt <= one.DueAt),
            Rating = group.Average(one => (double?)one.Rating),
        }).ToDictionaryAsync(group => group.Key!.Value, stop);
        var soon = now.AddHours(8);
        var owed = await cases.Where(one => one.State == FeedbackState.Open || one.State == FeedbackState.PutOff).GroupBy(one => one.UnitId).Select(group => new
        {
            group.Key,
            Owed = group.Count(),
            Soon = group.Count(one => one.DueAt > now && one.DueAt <= soon),
            Late = group.Count(one => one.DueAt <= now),
            Oldest = group.Min(one => one.RecordedAt),
        }).ToDictionaryAsync(group => group.Key!.Value, stop);
        return
        [
            .. units.Where(unit => received.ContainsKey(unit.Id) || owed.ContainsKey(unit.Id)).Select(unit =>
            {
                var (had, has) = (received.GetValueOrDefault(unit.Id), owed.GetValueOrDefault(unit.Id));
                return new UnitLoad(
                    unit.Id, unit.Name, had?.Received ?? 0, had?.Answered ?? 0, had?.InTime ?? 0, has?.Owed ?? 0, has?.Soon ?? 0, has?.Late ?? 0, has?.Oldest, had?.Rating ?? 0);
            }).OrderByDescending(unit => unit.Late).ThenByDescending(unit => unit.Soon).ThenByDescending(unit => unit.Owed).ThenBy(unit => unit.Unit, StringComparer.Ordinal),
        ];
    }
}
