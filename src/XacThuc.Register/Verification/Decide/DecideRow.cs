using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching.Weighing;
using XacThuc.Register.Population.Index;
using XacThuc.Register.Verification.Verify;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.Decide;

/// <summary>An officer's word on one row.</summary>
/// <param name="Verdict">What; none takes an earlier one back.</param>
/// <param name="Person">The twelve digits of the person chosen, where values are released.</param>
/// <param name="Note">A word to the health unit.</param>
internal sealed record RowDecision(LineVerdict? Verdict, string? Person, string Note)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(RowDecision);
}

/// <summary>Decides one row of a list that is not signed yet.</summary>
internal sealed class DecideRow(RegisterDb db, RowChecks checks, RegisterSuggestions suggestions, TimeProvider time)
{
    /// <summary>More columns than this nobody compares.</summary>
    public const int MostPeople = 3;

    private const int LongestNote = 300;

    public async Task<Result<VerificationRow>> Run(long listId, int number, RowDecision decision, SignedIn me, CancellationToken stop)
    {
        if (await db.ListsOf(me).FirstOrDefaultAsync(list => list.Id == listId, stop) is not { } list) return VerificationRefusals.NotThere;
        if (VerificationRefusals.OfGone(list) is { } gone) return gone;
        if (await db.Set<VerificationRow>().FirstOrDefaultAsync(row => row.ListId == listId && row.Number == number, stop) is not { } row)
            return VerificationRefusals.NotThere;

        var note = decision.Note.Length > LongestNote ? decision.Note[..LongestNote] : decision.Note;
        if (decision.Verdict is not { } verdict)
        {
            row.Undo();
        }
        else
        {
            if (!(await RightOf(row, verdict, decision.Person, stop)).TryGet(out var right, out var refusal)) return refusal;
            row.Decide(verdict, right, note.Trim(), me.Name, time.GetUtcNow());
        }

        // The list changes with its rows: a signature or a second look in the same moment is refused.
        list.MoveTo(ListState.Open);
        var act = me.NewAct(time, $"list.{NameOf(decision.Verdict)}", $"list:{list.Code}.{number}", FieldsOf(row));
        return await db.SaveFirst(act, stop) ? row : VerificationRefusals.Changed;
    }

    /// <summary>What would be released of a person: what differs from the row as filled in.</summary>
    internal static FilledFields Released(VerificationRow row, Explanation person)
    {
        var released = Cases.Decide.Released.Of(person.Person, person.Suggestion.Reasons);
        return new FilledFields(
            released.FullName ?? row.FilledName, released.Sex ?? row.FilledSex, released.DateOfBirth ?? row.FilledDate,
            released.IdNumber ?? row.FilledNumber);
    }

    private async Task<Result<FilledFields>> RightOf(VerificationRow row, LineVerdict verdict, string? personalId, CancellationToken stop)
    {
        switch (verdict)
        {
            case LineVerdict.Confirmed:
                return (await checks.Of([row], stop))[0].Agrees ? ConfirmAgreed.FilledOf(row) : VerificationRefusals.NoLongerRight;
            case LineVerdict.Released:
                var people = await suggestions.Explain(row.Filled, MostPeople, stop);
                return people.FirstOrDefault(one => string.Equals(one.Person.PersonalId, personalId, StringComparison.Ordinal)) is { } person
                    ? Released(row, person)
                    : VerificationRefusals.NoSuchPerson;
            case LineVerdict.RegisterWrong:
                return ConfirmAgreed.FilledOf(row);
            case LineVerdict.AskPerson or LineVerdict.NotFound:
                return new FilledFields(null, null, null, null);
            default:
                return VerificationRefusals.NotThere;
        }
    }

    private static string FieldsOf(VerificationRow row) =>
        new Cases.Decide.Released(row.RightName, row.RightSex, row.RightDate, row.RightNumber).Fields;

    private static string NameOf(LineVerdict? verdict) => verdict switch
    {
        LineVerdict.Confirmed => "confirm",
        LineVerdict.Released => "release",
        LineVerdict.AskPerson => "ask_person",
        LineVerdict.NotFound => "not_found",
        LineVerdict.RegisterWrong => "register_wrong",
        null => "undo",
    };
}
