using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Register.Cases.Decide;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Cases.Correct;

/// <summary>What somebody in the register should read instead.</summary>
internal sealed record Correction(string Person, string FullName, string Sex, string DateOfBirth, string Reason)
{
    public override string ToString() => nameof(Correction);
}

/// <summary>Proposes a correction of the register that came up in a case; a second officer approves.</summary>
internal sealed class ProposeCorrection(RegisterDb db, TimeProvider time)
{
    public async Task<Result<RegisterCorrection>> Run(long caseId, Correction correction, SignedIn me, CancellationToken stop)
    {
        if (await (await db.CasesOf(me, stop)).FirstOrDefaultAsync(one => one.Id == caseId, stop) is not { } found) return CasesRefusals.NotThere;
        if (CasesRefusals.OfClosed(found) is { } closed) return closed;
        if (string.IsNullOrWhiteSpace(correction.Reason)) return CasesRefusals.ReasonMissing;
        var id = long.TryParse(correction.Person, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        var people = await db.People.AsNoTracking().Where(one => one.PersonalId == id && !one.IsRemoved).Take(2).ToListAsync(stop);
        if (people is not [var person]) return CasesRefusals.NoSuchPerson;
        if (!ReadIdentity.Of(correction.FullName, correction.Sex, correction.DateOfBirth, Shown.Day(time.GetUtcNow())).TryGet(out var read, out var refusal))
            return refusal;

        var was = person.Written;
        var proposed = new RegisterCorrection
        {
            CaseId = caseId,
            PersonKey = person.Id,
            Path = me.Path,
            WasName = was.FullName,
            WasSex = was.Sex,
            WasDate = Shown.Date(Released.BornOn(was)),
            FullName = read.Name.Shown,
            Sex = read.Sex == Sex.Male ? "Nam" : "Nữ",
            DateOfBirth = Shown.Date(read.Born),
            Reason = correction.Reason.Trim(),
            ProposedBy = me.Name,
            ProposedAt = time.GetUtcNow(),
            State = ProposalState.Open,
        };
        found.State = CaseState.Proposed;
        db.Add(proposed);
        await db.Save(me.NewAct(time, "register.propose", $"case:{caseId}"), stop);
        return proposed;
    }
}
