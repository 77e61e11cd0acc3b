using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Papers;

/// <summary>Keeps a photo of the paper with a record: under its digest, in the database, in one transaction with the audit.</summary>
internal sealed class KeepPaper(PlatformDb db, TimeProvider time)
{
    /// <summary>No larger file is kept.</summary>
    public const int Largest = ReadPaper.Largest;

    private const int MostOfARecord = 10;

    public async Task<Result<RecordPaper>> Run(string reference, Stream? content, SignedIn me, CancellationToken stop)
    {
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out var refusal)) return refusal;
        if (!(await ReadPaper.Of(content, stop)).TryGet(out var read, out refusal)) return refusal;
        var digest = read.Digest;
        var papers = await db.Set<RecordPaper>().AsNoTracking().Where(paper => paper.RecordId == record.Id).ToListAsync(stop);
        if (papers.Find(paper => string.Equals(paper.Digest, digest, StringComparison.Ordinal)) is { } same) return same;
        if (papers.Count >= MostOfARecord) return PaperRefusals.TooMany;
        if (!await db.Set<PaperFile>().AnyAsync(file => file.Digest == digest, stop)) db.Add(new PaperFile { Digest = digest, Bytes = read.Bytes });
        var added = new RecordPaper
        {
            RecordId = record.Id,
            Digest = digest,
            Kind = read.Kind,
            Size = read.Bytes.Length,
            AddedBy = me.Name,
            AddedAt = time.GetUtcNow(),
        };
        db.Add(added);
        await db.Save(me.NewAct(time, "record.paper_add", $"record:{reference}", digest[..16]), stop);
        return added;
    }
}
