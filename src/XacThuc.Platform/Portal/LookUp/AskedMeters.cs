using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace XacThuc.Platform.Portal.LookUp;

/// <summary>
/// Counts how often one number or phone is asked for, from wherever: a script that guesses whose it is soon asks too often.
/// In memory only, by a hash whose key is gone with the process. Whether somebody has it makes no difference.
/// </summary>
internal sealed class AskedMeters(PortalLimits limits) : IDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly PartitionedRateLimiter<string> _asks = MeterOf(limits.AsksOfOne);
    private readonly PartitionedRateLimiter<string> _checks = MeterOf(limits.ChecksOfRecord);

    /// <summary>What is kept of what was asked.</summary>
    public string HashOf(string asked) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(asked)));

    /// <summary>Counts a question; whether it may be asked.</summary>
    public bool MayAsk(string hash) => Takes(_asks, hash);

    /// <summary>Counts an authentication of a record; whether it may be had.</summary>
    public bool MayCheck(string reference) => Takes(_checks, reference);

    public void Dispose()
    {
        _asks.Dispose();
        _checks.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<string> meter, string what)
    {
        using var lease = meter.AttemptAcquire(what);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> MeterOf(int most) => PartitionedRateLimiter.Create<string, string>(
        what => RateLimitPartition.GetSlidingWindowLimiter(what, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most,
            Window = TimeSpan.FromHours(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));
}
