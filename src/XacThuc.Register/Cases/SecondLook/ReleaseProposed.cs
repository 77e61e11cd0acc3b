using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Register.Cases.Decide;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;

namespace XacThuc.Register.Cases.SecondLook;

/// <summary>What the job is asked: the approved proposal, and who approved it.</summary>
internal sealed record ReleaseInput(long ProposalId, SignedIn Approver);

/// <summary>Carries an approved proposal out, some hundred cases at a time; each case once, however often it is resumed.</summary>
internal sealed class ReleaseProposed(RegisterDb db, BulkCandidates candidates, DecideCase decide) : IJobWork
{
    private const int Batch = 200;

    /// <inheritdoc/>
    public static string Kind => "bulk.release";

    /// <inheritdoc/>
    public async Task<Result<string>> Run(JobRun run, CancellationToken stop)
    {
        var input = run.Input<ReleaseInput>();
        var proposal = await db.Set<BulkProposal>().AsNoTracking().FirstAsync(one => one.Id == input.ProposalId, stop);
        var proposed = BulkProposal.Read(proposal.Cases);
        var (at, released) = run.Checkpoint<Done>() is { } done ? (done.At, done.Released) : (0, 0);
        while (at < proposed.Length)
        {
            var part = proposed.Skip(at).Take(Batch).ToDictionary(one => one.Id, one => one.Version);
            await using var all = await db.Database.BeginTransactionAsync(stop);
            var cases = await db.Cases.Undecided().Where(one => part.Keys.Contains(one.Id)).ToListAsync(stop);
            foreach (var one in await candidates.Of([.. cases.Where(one => part[one.Id] == one.Version)], stop))
            {
                var decision = new Decision(one.Case.Id, one.Case.Version, DecisionKind.Released, one.Person.PersonalId, "");
                decide.Close(one.Case, decision, one.Released, input.Approver, TimeSpan.Zero, proposal.Id);
                db.Note(run.NewAct("case.release", $"case:{one.Case.Id}", one.Released.Fields));
                released++;
            }

            // What changed since it was looked at is for an officer again.
            foreach (var left in cases.Where(one => one.State == CaseState.Proposed)) left.State = CaseState.Open;
            at += part.Count;
            await db.Save(run.NewAct("bulk.batch", $"proposal:{proposal.Id}", $"{at}"), stop);
            await run.Save(db, at, proposed.Length, new Done(at, released), Counts(released, at - released), stop);
            await all.CommitAsync(stop);
            db.ChangeTracker.Clear();
        }

        return "/cases/second-look";
    }

    private static Dictionary<string, long> Counts(int released, int left) =>
        new(StringComparer.Ordinal) { ["released"] = released, ["left_out"] = left };

    private sealed record Done(int At, int Released);
}
