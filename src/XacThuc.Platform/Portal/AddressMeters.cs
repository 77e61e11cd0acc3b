using System.Net;
using System.Threading.RateLimiting;
using XacThuc.Web.Api;

namespace XacThuc.Platform.Portal;

/// <summary>Counts what comes from a network address within an hour; in memory only, addresses are not kept.</summary>
internal sealed class AddressMeters(PortalLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _codes = MeterOf(limits.CodesOfAddress);
    private readonly PartitionedRateLimiter<IPAddress> _looks = MeterOf(limits.LooksOfAddress);
    private readonly PartitionedRateLimiter<IPAddress> _photos = MeterOf(limits.PhotosOfAddress);

    /// <summary>Counts a code; whether it may still be sent.</summary>
    public bool MaySendCode(IPAddress? from) => Takes(_codes, from);

    /// <summary>Counts a look; whether it may still be had.</summary>
    public bool MayLook(IPAddress? from) => Takes(_looks, from);

    /// <summary>Counts a form with photos; whether they may still be read.</summary>
    public bool MaySendPhotos(IPAddress? from) => Takes(_photos, from);

    public void Dispose()
    {
        _photos.Dispose();
        _codes.Dispose();
        _looks.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<IPAddress> meter, IPAddress? from)
    {
        using var lease = meter.AttemptAcquire(Network.Of(from));
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<IPAddress> MeterOf(int most) => PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most,
            Window = TimeSpan.FromHours(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));
}
