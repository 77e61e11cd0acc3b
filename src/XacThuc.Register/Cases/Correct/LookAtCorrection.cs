using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Register.Cases.Decide;
using XacThuc.Register.Population;
using XacThuc.Register.Population.Index;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Cases.Correct;

/// <summary>
/// The second officer's word on a correction. Approved, the person changes, the searchable form knows it at once, and the
/// health side is told to authenticate the record again - not what changed.
/// </summary>
internal sealed class LookAtCorrection(RegisterDb db, DecideCase decide, RegisterIndex index, TimeProvider time)
{
    public async Task<Result<RegisterCorrection>> Run(long id, bool isApproved, SignedIn me, CancellationToken stop)
    {
        if (await db.CorrectionsOf(me).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found)
            return CasesRefusals.NotThere;
        if (found.State != ProposalState.Open) return CasesRefusals.SecondLookDone;
        if (string.Equals(found.ProposedBy, me.Name, StringComparison.Ordinal)) return CasesRefusals.SecondLookByAnother;

        await using var all = await db.Database.BeginTransactionAsync(stop);
        found.State = isApproved ? ProposalState.Approved : ProposalState.Refused;
        (found.LookedAtBy, found.LookedAtAt) = (me.Name, time.GetUtcNow());
        if (isApproved) await Change(found, me, all, stop);
        else await db.TakeBack([found.CaseId], stop);
        await db.Save(me.NewAct(time, isApproved ? "register.correct" : "register.refuse", $"person:{found.PersonKey}", found.Reason), stop);
        await all.CommitAsync(stop);
        if (isApproved) await index.CatchUp(stop);
        return found;
    }

    private async Task Change(RegisterCorrection correction, SignedIn me, IDbContextTransaction all, CancellationToken stop)
    {
        if (!ReadIdentity.Of(correction.FullName, correction.Sex, correction.DateOfBirth, Shown.Day(time.GetUtcNow())).TryGet(out var read, out _))
            throw new InvalidOperationException("A correction was proposed that cannot be read.");
        var person = await db.People.FirstAsync(one => one.Id == correction.PersonKey, stop);
        (person.FullName, person.NameSearch, person.NameSort) = (read.Name.Shown, read.Name.Search, read.Name.Sort);
        (person.Sex, person.DateOfBirth) = (read.Sex, Iso(read.Born));
        person.Changed = await PopulationState.Advance(db.Database.GetDbConnection(), all.GetDbTransaction(), stop);
        if (await db.Cases.Undecided().FirstOrDefaultAsync(one => one.Id == correction.CaseId, stop) is { } found)
            decide.Close(
                found, new Decision(found.Id, found.Version, DecisionKind.RegisterCorrected, null, ""), new Released(null, null, null, null),
                me, TimeSpan.Zero);
    }

    private static string Iso(PartialDate date) => date switch
    {
        { Day: > 0 } => $"{date.Year:0000}-{date.Month:00}-{date.Day:00}",
        { Month: > 0 } => $"{date.Year:0000}-{date.Month:00}",
        _ => $"{date.Year:0000}",
    };
}
