using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Cases.Inbox;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cases.Bulk;

/// <summary>Proposes to release many cases of one reason; a second officer approves.</summary>
internal sealed class ProposeBulk(RegisterDb db, BulkCandidates candidates, TimeProvider time)
{
    /// <summary>No more at once: a second officer must be able to look at them.</summary>
    public const int Most = 2000;

    // Those that are not sure stand among the others; so many are looked at for a page.
    private const int MostLookedAt = 5 * Most;

    /// <summary>What would be released.</summary>
    public async Task<IReadOnlyList<BulkCase>> Preview(CaseFilter filter, SignedIn me, CancellationToken stop)
    {
        if (!BulkReasons.May(filter.Reason ?? "")) return [];
        // Keys first and in no order: a database that is asked for the oldest walks through all cases there are.
        var keys = await filter.Of(await db.CasesOf(me, stop)).Select(one => one.Id).Take(MostLookedAt).ToListAsync(stop);
        var found = new List<BulkCase>();
        foreach (var part in keys.Order().Chunk(Most))
        {
            if (found.Count == Most) break;
            var cases = await db.Cases.AsNoTracking().Where(one => part.Contains(one.Id)).ToListAsync(stop);
            found.AddRange((await candidates.Of(cases, stop)).Take(Most - found.Count));
        }

        return found;
    }

    /// <summary>Proposes those that the officer saw, as far as they are still what they were.</summary>
    public async Task<Result<BulkProposal>> Run(CaseFilter filter, IEnumerable<ProposedCase> seen, SignedIn me, CancellationToken stop)
    {
        if (!BulkReasons.May(filter.Reason ?? "")) return CasesRefusals.NothingInBulk;
        var open = filter.Of(await db.CasesOf(me, stop)).AsNoTracking();
        var cases = new List<BulkCase>();
        foreach (var part in seen.DistinctBy(one => one.Id).Take(Most).Chunk(500))
        {
            var versions = part.ToDictionary(one => one.Id, one => one.Version);
            var still = await open.Where(one => versions.Keys.Contains(one.Id)).ToListAsync(stop);
            cases.AddRange(await candidates.Of([.. still.Where(one => versions[one.Id] == one.Version)], stop));
        }

        if (cases.Count == 0) return CasesRefusals.NothingInBulk;
        var proposal = new BulkProposal
        {
            ReasonKey = filter.Reason!,
            CommuneCode = filter.Commune ?? "",
            Hamlet = filter.Hamlet ?? "",
            Path = me.Path,
            Cases = JsonSerializer.Serialize(cases.Select(one => new ProposedCase(one.Case.Id, one.Case.Version)), JsonSerializerOptions.Web),
            Count = cases.Count,
            ProposedBy = me.Name,
            ProposedAt = time.GetUtcNow(),
            State = ProposalState.Open,
        };
        await using var all = await db.Database.BeginTransactionAsync(stop);
        db.Add(proposal);
        await db.Propose(cases.Select(one => one.Case.Id), stop);
        await db.Save(me.NewAct(time, "bulk.propose", $"reason:{filter.Reason}", $"{cases.Count}"), stop);
        await all.CommitAsync(stop);
        return proposal;
    }
}
