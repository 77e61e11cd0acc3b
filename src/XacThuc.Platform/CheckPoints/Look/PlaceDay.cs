using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Platform.CheckPoints.Scans;

namespace XacThuc.Platform.CheckPoints.Look;

/// <summary>What passed a place, or many, on a day: counts, and nobody.</summary>
/// <param name="Hours">By hour; hours in which nobody passed are left out.</param>
internal sealed record PlaceDay(IReadOnlyList<HourCount> Hours)
{
    /// <summary>How many went in.</summary>
    public long In => Hours.Sum(hour => hour.In);

    /// <summary>How many went out.</summary>
    public long Out => Hours.Sum(hour => hour.Out);

    /// <summary>How many are inside by these counts; nobody is where more went out, as guards miss some.</summary>
    public long Inside => Math.Max(0, In - Out);

    /// <summary>All scans.</summary>
    public long All => Hours.Sum(hour => hour.All);

    /// <summary>How many were not let in: not genuine, or a rule not met.</summary>
    public long Refused => Hours.Sum(hour => hour.NotGenuine + hour.RuleNotMet);

    /// <summary>Counts of places on a day.</summary>
    public static async Task<IReadOnlyDictionary<long, PlaceDay>> Of(PlatformDb db, long[] places, DateOnly day, CancellationToken stop) =>
        (await db.Set<HourCount>().AsNoTracking().Where(hour => EF.Parameter(places).Contains(hour.PlaceId) && hour.Day == day).OrderBy(hour => hour.Hour).ToListAsync(stop))
            .GroupBy(hour => hour.PlaceId).ToDictionary(place => place.Key, place => new PlaceDay([.. place]));
}

/// <summary>The devices of a place: how many are on, when one was heard of last, and whether one that is on has been silent for long.</summary>
internal sealed record PlaceDevices(int On, DateTimeOffset? LastSeen, int Silent)
{
    /// <summary>Of places.</summary>
    public static async Task<IReadOnlyDictionary<long, PlaceDevices>> Of(PlatformDb db, long[] places, DateTimeOffset silentSince, CancellationToken stop) =>
        await db.Set<CheckDevice>().Where(device => EF.Parameter(places).Contains(device.PlaceId) && device.OffAt == null).GroupBy(device => device.PlaceId)
            .Select(place => new { place.Key, On = place.Count(), Last = place.Max(device => device.LastSeenAt), Silent = place.Count(device => device.LastSeenAt < silentSince) })
            .ToDictionaryAsync(place => place.Key, place => new PlaceDevices(place.On, place.Last, place.Silent), stop);
}
