using System.Net;
using System.Threading.RateLimiting;
using XacThuc.Web.Api;

namespace XacThuc.Platform.CheckPoints.Devices;

/// <summary>How often devices may ask.</summary>
internal sealed record DeviceLimits
{
    /// <summary>Enrolments tried from one network address within an hour: a school may enrol thirty phones.</summary>
    public int EnrolmentsOfAddress { get; init; } = 120;

    /// <summary>Calls of one device within a second, on average; five seconds' worth may come at once.</summary>
    public int CallsOfDevice { get; init; } = 20;

    /// <summary>People asked for by one device within a minute: more than a guard can look at.</summary>
    public int StatusesOfDevice { get; init; } = 60;
}

/// <summary>Counts what devices ask; in memory only.</summary>
internal sealed class DeviceMeters(DeviceLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _enrolments = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetSlidingWindowLimiter(address, _ => Sliding(limits.EnrolmentsOfAddress, TimeSpan.FromHours(1))));

    private readonly PartitionedRateLimiter<long> _statuses = PartitionedRateLimiter.Create<long, long>(
        device => RateLimitPartition.GetSlidingWindowLimiter(device, _ => Sliding(limits.StatusesOfDevice, TimeSpan.FromMinutes(1))));

    private readonly PartitionedRateLimiter<long> _calls = PartitionedRateLimiter.Create<long, long>(
        device => RateLimitPartition.GetTokenBucketLimiter(device, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.CallsOfDevice * 5,
            TokensPerPeriod = limits.CallsOfDevice,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <summary>Counts a try to enrol; whether it may be had.</summary>
    public bool MayEnrol(IPAddress? from) => Takes(_enrolments, Network.Of(from));

    /// <summary>Counts a call; whether it may be answered.</summary>
    public bool MayCall(CheckDevice device) => Takes(_calls, device.Id);

    /// <summary>Counts a question for somebody; whether it may be answered.</summary>
    public bool MayAsk(CheckDevice device) => Takes(_statuses, device.Id);

    public void Dispose()
    {
        _calls.Dispose();
        _statuses.Dispose();
        _enrolments.Dispose();
    }

    private static bool Takes<T>(PartitionedRateLimiter<T> meter, T of)
    {
        using var lease = meter.AttemptAcquire(of);
        return lease.IsAcquired;
    }

    private static SlidingWindowRateLimiterOptions Sliding(int most, TimeSpan window) =>
        new() { PermitLimit = most, Window = window, SegmentsPerWindow = 6, QueueLimit = 0 };
}
