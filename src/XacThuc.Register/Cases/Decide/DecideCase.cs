using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cases.Decide;

/// <summary>An officer's decision as it comes in.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The version of the record that the officer saw.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Person">The twelve digits of the person chosen, where one was.</param>
/// <param name="Note">A word to the health unit.</param>
internal sealed record Decision(long CaseId, int Version, DecisionKind Kind, string? Person, string Note)
{
    public override string ToString() => nameof(Decision);
}

/// <summary>Decides a case and tells the health side, in one transaction. It leaves the house some seconds later.</summary>
internal sealed class DecideCase(RegisterDb db, Candidates candidates, BorderOutbox outbox, TimeProvider time)
{
    /// <summary>So long a decision can be taken back.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public async Task<Result<CaseDecision>> Run(Decision decision, SignedIn me, CancellationToken stop)
    {
        if (await (await db.CasesOf(me, stop)).FirstOrDefaultAsync(one => one.Id == decision.CaseId, stop) is not { } found) return CasesRefusals.NotThere;
        if (CasesRefusals.OfClosed(found) is { } closed) return closed;
        if (found.Version != decision.Version) return CasesRefusals.Changed;

        var released = new Released(null, null, null, null);
        if (decision.Kind == DecisionKind.Released)
        {
            if (await candidates.Find(found, decision.Person, stop) is not { } chosen) return CasesRefusals.NoSuchPerson;
            released = Released.Of(chosen.Person, chosen.Suggestion.Reasons);
            if (released.IsEmpty) return CasesRefusals.NothingDiffers;
        }

        var made = Close(found, decision, released, me, Grace);
        await db.Save(me.NewAct(time, $"case.{NameOf(decision.Kind)}", $"case:{found.Id}", made.Fields), stop);
        return made;
    }

    /// <summary>Closes a case and posts what was decided; to be saved by the caller.</summary>
    internal CaseDecision Close(Case found, Decision decision, Released released, SignedIn me, TimeSpan grace, long? proposal = null)
    {
        var now = time.GetUtcNow();
        (found.State, found.ClosedAt) = (CaseState.Decided, now);
        var made = new CaseDecision
        {
            CaseId = found.Id,
            Version = found.Version,
            Kind = decision.Kind,
            PersonalId = decision.Person is null ? null : long.Parse(decision.Person, System.Globalization.CultureInfo.InvariantCulture),
            Fields = released.Fields,
            Note = decision.Note,
            ProposalId = proposal,
            DecidedBy = me.Name,
            DecidedAt = now,
            MessageId = Guid.CreateVersion7(now),
            State = DecisionState.Made,
        };
        db.Add(made);
        outbox.Post<DecisionMade, Receipt>(
            db,
            new DecisionMade(
                found.Id, found.Ref, found.Version, decision.Kind, released.FullName, released.Sex, released.DateOfBirth,
                released.IdNumber, decision.Note, me.UnitCode, now),
            made.MessageId, grace);
        return made;
    }

    private static string NameOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Released => "release",
        DecisionKind.RegisterCorrected => "register_corrected",
        DecisionKind.AskPerson => "ask_person",
        DecisionKind.NotFound => "not_found",
    };
}
