using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Protection;
using XacThuc.Web.Data;
using XacThuc.Web.Data.Bulk;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.CheckPoints.Scans;

/// <summary>
/// Keeps scans and counts them, in one transaction, with those of other calls that wait: all of a call or none. A scan that is there already is
/// not counted again. One that is past its time when it comes is acknowledged, so that its device forgets it, and not kept.
/// </summary>
internal sealed class TakeScans(PlatformDb db, ScanLine line, PersonCover cover, CheckPointsSettings settings, TimeProvider time)
{
    /// <summary>Keeps them.</summary>
    /// <param name="place">The place.</param>
    /// <param name="deviceId">The device; none for a visitor.</param>
    /// <param name="read">The scans.</param>
    public async Task Run(CheckPoint place, long? deviceId, IReadOnlyList<ReadScan> read)
    {
        var now = time.GetUtcNow();
        var limit = now - settings.Keep;
        var scans = read.Where(scan => scan.At > limit).DistinctBy(scan => scan.Id).Select(scan => Covered(scan, place.Id, deviceId, now)).ToList();
        if (scans.Count > 0) await line.Keep(scans, Write);
    }

    // Those of other devices may be among them: that the one that has the turn hangs up does not end it.
    private async Task Write(IReadOnlyList<Scan> scans)
    {
        try
        {
            await Insert(scans);
        }
        catch (Exception failed) when (HouseDb.IsTwice(failed))
        {
            // Another house took the same call at once, as it is when a network fails: that one is done by now.
            await Insert(scans);
        }
    }

    private async Task Insert(IReadOnlyList<Scan> scans)
    {
        var stop = CancellationToken.None;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var ids = scans.Select(scan => scan.Id).ToArray();
        var there = (await db.Set<Scan>().Where(scan => EF.Parameter(ids).Contains(scan.Id)).Select(scan => scan.Id).ToListAsync(stop)).ToHashSet();
        List<Scan> fresh = [.. scans.Where(scan => !there.Contains(scan.Id))];
        if (fresh.Count == 0) return;
        var way = db.RawWay();
        await CheckPointsTables.NewScans.Insert(way, fresh, stop);

        // In one order: two houses do not wait for each other.
        await CheckPointsTables.MoreHours.Insert(way, HoursOf(fresh), stop);
        await CheckPointsTables.MoreReasons.Insert(way, ReasonsOf(fresh), stop);
        await all.CommitAsync(stop);
    }

    private Scan Covered(ReadScan scan, long placeId, long? deviceId, DateTimeOffset now) => new()
    {
        Id = scan.Id,
        PlaceId = placeId,
        DeviceId = deviceId,
        At = scan.At,
        ReceivedAt = now,
        Way = scan.Way,
        Kind = scan.Kind,
        Verdict = scan.Verdict,
        Reasons = scan.Reasons,
        PaperKey = cover.KeyOfPaper(scan.Person.Paper),
        QidKey = cover.KeyOfQid(scan.Person.Qid),
        CertificateKey = cover.KeyOfCertificate(scan.Person.Certificate),
        Person = scan.Person.IsEmpty ? null : cover.Cover(scan.Person, scan.Id),
    };

    private static List<HourCount> HoursOf(List<Scan> scans) =>
    [
        .. scans.GroupBy(scan => (scan.PlaceId, Day: Shown.Day(scan.At), HourOfDay(scan.At))).OrderBy(hour => hour.Key).Select(hour => new HourCount
        {
            PlaceId = hour.Key.PlaceId,
            Day = hour.Key.Day,
            Hour = hour.Key.Item3,
            In = hour.LongCount(scan => scan.Way == ScanWay.In),
            Out = hour.LongCount(scan => scan.Way == ScanWay.Out),
            Looks = hour.LongCount(scan => scan.Way == ScanWay.Look),
            Genuine = hour.LongCount(scan => scan.Verdict == ScanVerdict.Genuine),
            RuleNotMet = hour.LongCount(scan => scan.Verdict == ScanVerdict.RuleNotMet),
            CannotKnow = hour.LongCount(scan => scan.Verdict == ScanVerdict.CannotKnow),
            NotGenuine = hour.LongCount(scan => scan.Verdict == ScanVerdict.NotGenuine),
            NoCertificate = hour.LongCount(scan => scan.Verdict == ScanVerdict.NoCertificate),
        }),
    ];

    private static List<ReasonCount> ReasonsOf(List<Scan> scans) =>
    [
        .. scans.SelectMany(scan => scan.Reasons.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(reason => (scan.PlaceId, Day: Shown.Day(scan.At), Reason: reason)))
            .GroupBy(one => one).OrderBy(one => one.Key.PlaceId).ThenBy(one => one.Key.Day).ThenBy(one => one.Key.Reason, StringComparer.Ordinal)
            .Select(one => new ReasonCount { PlaceId = one.Key.PlaceId, Day = one.Key.Day, Reason = one.Key.Reason, Count = one.LongCount() }),
    ];

    private static int HourOfDay(DateTimeOffset at) => (int)(at - Shown.Midnight(Shown.Day(at))).TotalHours;
}
