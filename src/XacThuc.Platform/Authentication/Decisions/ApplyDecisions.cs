using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Authentication.Run;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Correct;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Authentication.Decisions;

/// <summary>A released decision beside the record as it reads now.</summary>
internal sealed record Proposal(RecordDecision Decision, VaccinationRecord Record)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Proposal);
}

/// <summary>Takes over what officers released: the health unit's confirmation, one by one or many at once.</summary>
internal sealed class ApplyDecisions(PlatformDb db, CorrectRecord correct, JobDesk desk, TimeProvider time)
{
    /// <summary>No more are shown and applied at once.</summary>
    public const int Most = 500;

    // So many are committed together: each alone would wait for the disk; all at once would keep other writers waiting.
    private const int Together = 50;

    /// <summary>What waits for the units that somebody reaches, oldest first.</summary>
    public async Task<IReadOnlyList<Proposal>> Open(SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var pairs = await db.Set<RecordDecision>()
            .Where(decision => units.Contains(decision.UnitId) && decision.State == DecisionState.Open && decision.Kind == DecisionKind.Released)
            .Join(db.Set<VaccinationRecord>(), decision => decision.RecordId, record => record.Id, (decision, record) => new { decision, record })
            .Where(pair => pair.record.Version == pair.decision.Version)
            .OrderBy(pair => pair.decision.Id).Take(Most).AsNoTracking().ToListAsync(stop);
        return [.. pairs.Select(pair => new Proposal(pair.decision, pair.record))];
    }

    /// <summary>Applies those named among what waits, and has them authenticated in one small run.</summary>
    /// <returns>How many were applied.</returns>
    public async Task<Result<int>> ApplyAll(IReadOnlyCollection<long> decisions, SignedIn me, CancellationToken stop)
    {
        var refs = new List<string>();
        var units = new HashSet<long>();
        foreach (var part in (await Open(me, stop)).Where(one => decisions.Contains(one.Decision.Id)).Chunk(Together))
        {
            await using var all = await db.Database.BeginTransactionAsync(stop);
            foreach (var one in part)
            {
                if (!await Apply(one, me, stop)) continue;
                refs.Add(one.Record.Ref);
                units.Add(one.Record.UnitId);
            }

            await all.CommitAsync(stop);
        }

        db.ChangeTracker.Clear();
        if (refs.Count == 0) return CorrectRefusals.NoDecision;
        await desk.Ask<AuthenticateRun>(
            new RunInput([.. units], RunScope.Named, [.. refs]), me.UnitId, null, me.NewAct(time, "run.ask", $"decisions:{refs.Count}"), stop);
        return refs.Count;
    }

    private async Task<bool> Apply(Proposal one, SignedIn me, CancellationToken stop)
    {
        var (decision, record) = one;
        db.ChangeTracker.Clear();
        db.Attach(record);
        db.Attach(decision).Entity.State = DecisionState.Done;
        var correction = new Correction(record.Version, decision.Over(record.Written), ReasonOf(decision), ChangeKind.Released);
        if (!(await correct.Change(record, correction, me, stop)).TryGet(out _, out _)) return false;
        if (db.ChangeTracker.HasChanges()) await db.Save(me.NewAct(time, "decision.apply", $"record:{record.Ref}"), stop);
        return true;
    }

    /// <summary>The reason that the record's history gives.</summary>
    public static string ReasonOf(RecordDecision decision) => $"{decision.DecidedBy} / {decision.CaseId}";
}
