using System.Collections.Concurrent;
using XacThuc.Matching.Indexing;

namespace XacThuc.Register.Population.Index;

/// <summary>
/// The register as it was packed at one change of the population, with the leases that look at it. Unmapped when the last
/// lease is given back after a newer one took its place.
/// </summary>
internal sealed class PackedRegister(PopulationIndex index, long changed) : HeldCount
{
    // More threads than this at once make leases of their own, which are not kept.
    private const int Kept = 64;

    private readonly ConcurrentBag<RegisterLease> _free = [];

    public PopulationIndex Index { get; } = index;

    /// <summary>The last change that is in it.</summary>
    public long Changed { get; } = changed;

    /// <summary>A lease; the caller holds this.</summary>
    public RegisterLease Lease(DateOnly today)
    {
        while (_free.TryTake(out var free))
        {
            if (free.Today == today) return free;
            free.End();
        }

        return new RegisterLease(this, today);
    }

    public void TakeBack(RegisterLease lease)
    {
        if (_free.Count < Kept) _free.Add(lease);
        else lease.End();
        Release();
    }

    protected override void Free()
    {
        while (_free.TryTake(out var free)) free.End();
        Index.Dispose();
    }
}
