using System.Net;
using System.Threading.RateLimiting;
using XacThuc.Web.Api;

namespace XacThuc.Register.Identity;

/// <summary>How often somebody may try to be let in.</summary>
internal sealed record IdentityLimits
{
    /// <summary>Wrong tries in a row that shut an identity.</summary>
    public int WrongInARow { get; init; } = 10;

    /// <summary>How long it stays shut.</summary>
    public TimeSpan LockedFor { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Tries of one number within that time, right or wrong, whether anybody has the number or not.</summary>
    public int TriesOfNumber { get; init; } = 20;

    /// <summary>Tries from one network address within an hour: a village may share one.</summary>
    public int TriesOfAddress { get; init; } = 120;
}

/// <summary>Counts tries before anything is looked up, so that no answer depends on who exists. In memory: nothing of it is kept.</summary>
internal sealed class IdentityMeters(IdentityLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<long> _numbers = MeterOf<long>(limits.TriesOfNumber, limits.LockedFor);
    private readonly PartitionedRateLimiter<IPAddress> _addresses = MeterOf<IPAddress>(limits.TriesOfAddress, TimeSpan.FromHours(1));

    /// <summary>Counts a try; whether it may be made.</summary>
    public bool MayTry(long number, IPAddress? from)
    {
        using var ofAddress = _addresses.AttemptAcquire(Network.Of(from));
        if (!ofAddress.IsAcquired) return false;
        using var ofNumber = _numbers.AttemptAcquire(number);
        return ofNumber.IsAcquired;
    }

    public void Dispose()
    {
        _numbers.Dispose();
        _addresses.Dispose();
    }

    private static PartitionedRateLimiter<TKey> MeterOf<TKey>(int most, TimeSpan within) where TKey : notnull => PartitionedRateLimiter.Create<TKey, TKey>(
        key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most,
            Window = within,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));
}
