using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Papers;

/// <summary>Keeps a photo of the paper with a record: under its digest, in the database, in one transaction with the audit.</summary>
internal sealed class KeepPaper(PlatformDb db, TimeProvider time)
{
    /// <summary>No larger file is kept.</summary>
    public const int Largest = 5 << 20;

    private const int MostOfARecord = 10;

    public async Task<Result<RecordPaper>> Run(string reference, Stream? content, SignedIn me, CancellationToken stop)
    {
        if (content is null) return PaperRefusals.NoFile;
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out var refusal)) return refusal;
        if (await Read(content, stop) is not { } bytes) return PaperRefusals.TooLarge;
        if (bytes.Length == 0) return PaperRefusals.NoFile;
        if (PaperKinds.Find(bytes) is not { } kind) return PaperRefusals.NotAPaper;

        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var papers = await db.Set<RecordPaper>().AsNoTracking().Where(paper => paper.RecordId == record.Id).ToListAsync(stop);
        if (papers.Find(paper => string.Equals(paper.Digest, digest, StringComparison.Ordinal)) is { } same) return same;
        if (papers.Count >= MostOfARecord) return PaperRefusals.TooMany;
        if (!await db.Set<PaperFile>().AnyAsync(file => file.Digest == digest, stop)) db.Add(new PaperFile { Digest = digest, Bytes = bytes });
        var added = new RecordPaper
        {
            RecordId = record.Id,
            Digest = digest,
            Kind = kind,
            Size = bytes.Length,
            AddedBy = me.Name,
            AddedAt = time.GetUtcNow(),
        };
        db.Add(added);
        await db.Save(me.NewAct(time, "record.paper_add", $"record:{reference}", digest[..16]), stop);
        return added;
    }

    // Never more than is kept, whatever the sender says of the size.
    private static async Task<byte[]?> Read(Stream content, CancellationToken stop)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await content.ReadAsync(buffer, stop) is > 0 and var read)
        {
            if (bytes.Length + read > Largest) return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
