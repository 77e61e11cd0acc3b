using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Jobs;

namespace XacThuc.Web.Audit.Look;

/// <summary>Walks the whole chain of the audit, some ten thousand entries at a time, and remembers how far it holds.</summary>
internal sealed class VerifyChain(HouseDb db, TimeProvider time) : IJobWork
{
    private const int Batch = 20_000;

    public static IReadOnlyDictionary<string, Bilingual> Counts { get; } =
        new Dictionary<string, Bilingual>(StringComparer.Ordinal) { ["links"] = new("mắt xích liền nhau", "links unbroken") };

    public static string Kind => "audit.verify";

    public async Task<Result<string>> Run(JobRun run, CancellationToken stop)
    {
        var (link, hash) = run.Checkpoint<Walked>() is { } walked ? (walked.Link, Convert.FromBase64String(walked.Hash)) : (0L, []);
        var total = await db.Audit.MaxAsync(entry => entry.Link, stop) ?? 0;
        while (link < total)
        {
            var part = await db.Audit.AsNoTracking().Where(entry => entry.Link > link && entry.Link <= total)
                .OrderBy(entry => entry.Link).Take(Batch).ToListAsync(stop);
            var broken = AuditChain.FindBreak(part, ref link, ref hash);
            if (broken is null && part.Count == 0) broken = link + 1;
            await using var all = await db.Database.BeginTransactionAsync(stop);
            await run.Save(db, link, total, new Walked(link, Convert.ToBase64String(hash)), Count(link), stop);
            if (broken is not null || link == total) await ChainState.Keep(db, new ChainState(link, broken, time.GetUtcNow(), run.AskedBy.Name), stop);
            await all.CommitAsync(stop);
            if (broken is not null) break;
        }

        return "/audit";
    }

    private static Dictionary<string, long> Count(long links) => new(StringComparer.Ordinal) { ["links"] = links };

    private sealed record Walked(long Link, string Hash);
}
