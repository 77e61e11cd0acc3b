using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.CheckPoints.Trace;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.CheckPoints;

/// <summary>What somebody must do about check points: guards' devices that are silent or should be off, places where many are refused, queries that wait for a second person.</summary>
internal sealed class CheckPointsToday(PlatformDb db, TimeProvider time) : ITodayLines
{
    private const int MostDevices = 2_000;
    private const int DaysBefore = 14;
    private const int FewestJudged = 30;
    private const double HighShare = 0.2;

    private static readonly TimeSpan Silent = TimeSpan.FromDays(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        var lines = new List<TodayLine>();
        if (CheckPointsAccess.MayRun(me.Role)) lines.AddRange(await OfDevices(me, stop));
        if (CheckPointsAccess.MayRun(me.Role)) lines.Add(await OfRefused(me, stop));
        if (CheckPointsAccess.MayTrace(me.Role)) lines.Add(await OfQueries(me, stop));
        return lines;
    }

    // A gate that stands still over a holiday is silent and nobody need act: a device is missed where people passed its place on a later day.
    private async Task<IReadOnlyList<TodayLine>> OfDevices(SignedIn me, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var (silent, forgotten) = (now - Silent, now - Forgotten);
        var devices = await (
            from device in db.Set<CheckDevice>().AsNoTracking()
            join place in Kept(me) on device.PlaceId equals place.Id
            where device.OffAt == null && (device.LastSeenAt < silent || place.ClosedAt < silent)
            orderby device.LastSeenAt, device.Id
            select new { device.PlaceId, device.LastSeenAt, Closed = place.ClosedAt < silent }).Take(MostDevices).ToListAsync(stop);
        var ids = devices.Select(device => device.PlaceId).Distinct().ToArray();
        var since = Shown.Day(forgotten);
        var passed = await db.Set<HourCount>().Where(hour => EF.Parameter(ids).Contains(hour.PlaceId) && hour.Day >= since)
            .GroupBy(hour => hour.PlaceId).Select(place => new { place.Key, Last = place.Max(hour => hour.Day) }).ToDictionaryAsync(place => place.Key, place => place.Last, stop);
        var toSwitchOff = devices.FindAll(device => device.Closed || device.LastSeenAt < forgotten);
        var missed = devices.FindAll(device => !device.Closed && device.LastSeenAt >= forgotten && passed.GetValueOrDefault(device.PlaceId) > Shown.Day(device.LastSeenAt));
        return
        [
            new TodayLine(
                missed.Count, Speech.Say("máy của người trực không liên lạc hơn một ngày, trong khi điểm vẫn có người qua", "guards' devices not heard of for more than a day while people pass the place"),
                missed.Count == 0 ? "/check-points" : $"/check-points/{missed[0].PlaceId}/devices")
            {
                Oldest = missed.Count == 0 ? null : missed[0].LastSeenAt,
                Do = Speech.Say("xem máy", "look at them"),
            },
            new TodayLine(
                toSwitchOff.Count, Speech.Say("máy cần tắt: im hơn 7 ngày (có thể đã mất), hoặc điểm đã đóng", "devices to be switched off: silent for more than 7 days (perhaps lost), or their place is closed"),
                toSwitchOff.Count == 0 ? "/check-points" : $"/check-points/{toSwitchOff[0].PlaceId}/devices")
            {
                Tone = Tone.Late,
                Oldest = toSwitchOff.Count == 0 ? null : toSwitchOff[0].LastSeenAt,
                Do = Speech.Say("tắt máy", "switch off"),
            },
        ];
    }

    // A fifth of those that were judged, and twice what is usual there: a wave of forged papers, a rule that changed, or lists that are wrong.
    private async Task<TodayLine> OfRefused(SignedIn me, CancellationToken stop)
    {
        var today = Shown.Day(time.GetUtcNow());
        var since = today.AddDays(-DaysBefore);
        var days = await (
            from hour in db.Set<HourCount>().AsNoTracking()
            join place in Kept(me) on hour.PlaceId equals place.Id
            where hour.Day >= since && place.ClosedAt == null
            group hour by new { hour.PlaceId, Now = hour.Day == today } into one
            select new { one.Key.PlaceId, one.Key.Now, Refused = one.Sum(hour => hour.NotGenuine + hour.RuleNotMet), Judged = one.Sum(hour => hour.NotGenuine + hour.RuleNotMet + hour.Genuine) }).ToListAsync(stop);
        var usual = days.Where(day => !day.Now).ToDictionary(day => day.PlaceId, day => (double)day.Refused / Math.Max(1, day.Judged));
        var high = days.Where(day => day.Now && day.Judged >= FewestJudged)
            .Select(day => (day.PlaceId, day.Refused, Share: (double)day.Refused / day.Judged))
            .Where(day => day.Share >= HighShare && day.Share >= 2 * usual.GetValueOrDefault(day.PlaceId)).OrderByDescending(day => day.Refused).ToList();
        return new TodayLine(
            high.Count, Speech.Say("điểm hôm nay có nhiều người không đạt hơn hẳn mọi ngày", "places where many more than usual are refused today"), high.Count == 0 ? "/check-points" : $"/check-points/{high[0].PlaceId}")
        {
            Detail = high.Count == 0 ? null : Speech.Say($"cao nhất {Shown.Percent(high.Max(day => day.Share))}", $"up to {Shown.Percent(high.Max(day => day.Share))}"),
            Do = Speech.Say("xem lý do", "see why"),
        };
    }

    private async Task<TodayLine> OfQueries(SignedIn me, CancellationToken stop)
    {
        var waiting = await db.QueriesOf(me).Where(query => query.State == TraceState.Asked && query.AskedBy != me.Name)
            .OrderBy(query => query.Id).Select(query => new { query.Id, query.AskedAt }).ToListAsync(stop);
        return new TodayLine(
            waiting.Count, Speech.Say("yêu cầu truy vết chờ người thứ hai duyệt", "tracing queries that wait for a second person"), waiting.Count == 0 ? "/check-points/trace" : $"/check-points/trace/{waiting[0].Id}")
        {
            Tone = Tone.Late,
            Oldest = waiting.Count == 0 ? null : waiting[0].AskedAt,
            Do = Speech.Say("xem và quyết định", "look and decide"),
        };
    }

    private IQueryable<CheckPoint> Kept(SignedIn me)
    {
        var (unitId, isOperator) = (me.UnitId, me.Role == AccountRole.DistrictOperator);
        return db.CheckPointsOf(me).Where(place => place.UnitId == unitId || isOperator);
    }
}
