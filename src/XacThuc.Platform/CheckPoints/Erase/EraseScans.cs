using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.CheckPoints.Status;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.CheckPoints.Erase;

/// <summary>
/// Erases scans whose time is over, the oldest first. A part is erased together with its proof: broken off anywhere, it goes on where it was.
/// Nothing holds a scan longer, no tracing either: the time of the rule is the limit.
/// </summary>
internal sealed class EraseScans(PlatformDb db, CheckPointsSettings settings, TimeProvider time)
{
    /// <summary>How many are erased in one step.</summary>
    public const int Part = 5_000;

    /// <summary>Erases all that is to be erased.</summary>
    /// <returns>How many scans were.</returns>
    public async Task<long> Run(CancellationToken stop)
    {
        long all = 0;
        for (var erased = 1; erased > 0;) all += erased = await Step(stop);
        return all;
    }

    private async Task<int> Step(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var limit = now - settings.Keep;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var scans = await db.Set<Scan>().Where(scan => scan.At <= limit).OrderBy(scan => scan.At).ThenBy(scan => scan.Id).Take(Part)
            .Select(scan => new { scan.Id, scan.PlaceId, scan.At }).ToListAsync(stop);
        var looks = await db.Set<StatusLook>().Where(look => look.At <= limit).ExecuteDeleteAsync(stop);
        if (scans.Count + looks == 0) return 0;
        var ids = scans.ConvertAll(scan => scan.Id).ToArray();
        var erased = await db.Set<Scan>().Where(scan => EF.Parameter(ids).Contains(scan.Id)).ExecuteDeleteAsync(stop);

        // Another house does the same work: its proof is the one.
        if (erased != scans.Count) return 0;
        var placeIds = scans.Select(scan => scan.PlaceId).Distinct().ToArray();
        var codes = await db.Set<CheckPoint>().Where(place => EF.Parameter(placeIds).Contains(place.Id)).ToDictionaryAsync(place => place.Id, place => place.Code, stop);
        var counts = scans.GroupBy(scan => (Code: codes[scan.PlaceId], Day: Shown.Day(scan.At))).OrderBy(one => one.Key.Day).ThenBy(one => one.Key.Code, StringComparer.Ordinal)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key.Code} {one.Key.Day:yyyy-MM-dd} {one.Count()}"));
        var erasure = new Erasure
        {
            At = now,
            Limit = limit,
            Scans = scans.Count,
            Looks = looks,
            From = Shown.Day(scans.Count > 0 ? scans[0].At : limit),
            To = Shown.Day(scans.Count > 0 ? scans[^1].At : limit),
            Counts = string.Join('\n', counts),
            Digest = DigestOf(ids),
        };
        db.Add(erasure);
        await db.Save(new Act(Actor.House, now, "scans.erase", $"erasure:{erasure.Digest[..16]}", ReasonOf(erasure)), stop);
        await all.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return erased;
    }

    /// <summary>What the chain of the audit says of it: changed later in the table, it does not agree any more.</summary>
    public static string ReasonOf(Erasure erasure) => string.Create(
        CultureInfo.InvariantCulture, $"{erasure.Scans} scans and {erasure.Looks} looks until {erasure.Limit.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}, sha256 {erasure.Digest}: {erasure.Counts.Replace('\n', ';')}");

    private static string DigestOf(Guid[] ids)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var id in ids) hash.AppendData(id.ToByteArray(bigEndian: true));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Erases again and again, so that nothing is kept much longer than its time.</summary>
internal sealed class EraseHours(IServiceScopeFactory scopes, TimeProvider time, ILogger<EraseHours> log) : RepeatedWork(scopes, TimeSpan.FromMinutes(10), time, log)
{
    protected override Task Run(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<EraseScans>().Run(stop);
}
