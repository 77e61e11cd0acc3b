using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Audit;

/// <summary>The chain of hashes over the audit: whoever changes, removes or adds an entry later breaks it.</summary>
public static class AuditChain
{
    /// <summary>On PostgreSQL, what whoever seals waits for in a transaction; on SQLite there is one writer anyway.</summary>
    public const string Lock = "SELECT pg_advisory_xact_lock(7205759)";

    private const int Batch = 500;

    /// <summary>Seals what was written since: gives each entry its link and hash.</summary>
    /// <returns>How many were sealed.</returns>
    public static async Task<int> Seal(HouseDb db, CancellationToken stop)
    {
        // Whoever else seals waits here: two must not give out the same link.
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!db.IsSqlite) await db.Database.ExecuteSqlRawAsync(Lock, stop);
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
        await all.CommitAsync(stop);
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

    /// <summary>Walks on over the next entries of the chain.</summary>
    /// <returns>The first link that does not hold; none where all do.</returns>
    internal static long? FindBreak(IEnumerable<AuditEntry> entries, ref long link, ref byte[] hash)
    {
        foreach (var entry in entries)
        {
            var next = HashOf(entry, link + 1, hash);
            if (entry.Link != link + 1 || !next.AsSpan().SequenceEqual(entry.Hash)) return link + 1;
            (link, hash) = (link + 1, next);
        }

        return null;
    }

    /// <summary>The hash of an entry that is sealed as it is written.</summary>
    public static byte[] HashOf(Act act, long link, byte[] before) =>
        HashOf(link, before, act.At, act.By.Name, act.By.UnitCode, act.By.Role, act.Kind, act.Subject, act.Reason);

    private static byte[] HashOf(AuditEntry entry, long link, byte[] before) => HashOf(
        link, before, entry.At, entry.Who, entry.UnitCode, entry.Role, entry.Kind, entry.Subject, entry.Reason);

    // Each part with its length before it, so that no two entries have the same bytes.
    private static byte[] HashOf(long link, byte[] before, DateTimeOffset when, params ReadOnlySpan<string> parts)
    {
        var length = before.Length + 2 * (sizeof(int) + 20);
        foreach (var part in parts) length += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);
        Span<byte> bytes = length <= 1024 ? stackalloc byte[1024] : new byte[length];
        before.CopyTo(bytes);
        var at = before.Length;
        Add(bytes, ref at, link.ToString(CultureInfo.InvariantCulture));
        Add(bytes, ref at, when.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        foreach (var part in parts) Add(bytes, ref at, part);
        return SHA256.HashData(bytes[..at]);
    }

    private static void Add(Span<byte> bytes, ref int at, string part)
    {
        var length = Encoding.UTF8.GetBytes(part, bytes[(at + sizeof(int))..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[at..], length);
        at += sizeof(int) + length;
    }
}
