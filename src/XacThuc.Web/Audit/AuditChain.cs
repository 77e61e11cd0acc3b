using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Data;

namespace XacThuc.Web.Audit;

/// <summary>The chain of hashes over the audit: whoever changes, removes or adds an entry later breaks it.</summary>
public static class AuditChain
{
    private const int Batch = 1000;

    /// <summary>Seals what was written since: gives each entry its link and hash.</summary>
    /// <returns>How many were sealed.</returns>
    public static async Task<int> Seal(HouseDb db, CancellationToken stop)
    {
        var last = await db.Audit.AsNoTracking().Where(entry => entry.Link != null)
            .OrderByDescending(entry => entry.Link).FirstOrDefaultAsync(stop);
        var (link, hash) = (last?.Link ?? 0, last?.Hash ?? []);
        var open = await db.Audit.Where(entry => entry.Link == null).OrderBy(entry => entry.Id).Take(Batch).ToListAsync(stop);
        foreach (var entry in open)
        {
            entry.Link = ++link;
            entry.Hash = hash = HashOf(entry, link, hash);
        }

        if (open.Count > 0) await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return open.Count;
    }

    /// <summary>Walks the chain from its beginning.</summary>
    /// <returns>The first link that does not hold, or 0; how many links there are; how many entries are not sealed yet.</returns>
    public static async Task<(long Broken, long Links, int Open)> Verify(HouseDb db, CancellationToken stop)
    {
        var (link, hash) = (0L, Array.Empty<byte>());
        await foreach (var entry in db.Audit.AsNoTracking().Where(entry => entry.Link != null).OrderBy(entry => entry.Link)
            .AsAsyncEnumerable().WithCancellation(stop))
        {
            link++;
            hash = HashOf(entry, link, hash);
            if (entry.Link != link || !hash.AsSpan().SequenceEqual(entry.Hash)) return (link, link, 0);
        }

        return (0, link, await db.Audit.CountAsync(entry => entry.Link == null, stop));
    }

    // Each part with its length before it, so that no two entries have the same bytes.
    private static byte[] HashOf(AuditEntry entry, long link, byte[] before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        var at = entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        foreach (var part in (ReadOnlySpan<string>)[
            link.ToString(CultureInfo.InvariantCulture), at, entry.Who, entry.UnitCode, entry.Role, entry.Kind, entry.Subject,
            entry.Reason])
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
