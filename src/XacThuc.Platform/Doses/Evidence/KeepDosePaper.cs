using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Papers;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Doses.Evidence;

/// <summary>Keeps a photo of the paper with a dose, in one transaction with the audit.</summary>
internal sealed class KeepDosePaper(PlatformDb db, TimeProvider time)
{
    private const int MostOfADose = 5;

    public async Task<Result<DosePaper>> Run(long doseId, Stream? content, SignedIn me, CancellationToken stop)
    {
        if (RecordsAccess.RightOf(me.Role) != RecordsRight.Write) return DosesRefusals.NoDose;
        if (!(await db.FindDose(doseId, me, stop)).TryGet(out _, out var refusal)) return refusal;
        if (!(await ReadPaper.Of(content, stop)).TryGet(out var read, out refusal)) return refusal;
        var papers = await db.Set<DosePaper>().AsNoTracking().Where(paper => paper.DoseId == doseId).ToListAsync(stop);
        if (papers.Find(paper => string.Equals(paper.Digest, read.Digest, StringComparison.Ordinal)) is { } same) return same;
        if (papers.Count >= MostOfADose) return DosesRefusals.TooManyPapers(MostOfADose);
        if (!await db.Set<PaperFile>().AnyAsync(file => file.Digest == read.Digest, stop)) db.Add(new PaperFile { Digest = read.Digest, Bytes = read.Bytes });
        var added = new DosePaper
        {
            DoseId = doseId,
            Digest = read.Digest,
            Kind = read.Kind,
            Size = read.Bytes.Length,
            AddedBy = me.Name,
            AddedAt = time.GetUtcNow(),
        };
        db.Add(added);
        await db.Save(me.NewAct(time, "dose.paper_add", $"dose:{doseId}", read.Digest[..16]), stop);
        return added;
    }
}
