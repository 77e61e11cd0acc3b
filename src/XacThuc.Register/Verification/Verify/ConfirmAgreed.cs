using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.Verify;

/// <summary>Many rows in one act: those that agree are confirmed, those that are left are to be completed by the people.</summary>
internal sealed class ConfirmAgreed(RegisterDb db, RowChecks checks, TimeProvider time)
{
    /// <summary>Confirms all rows that agree, each of which is compared once more.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="left">Numbers of rows that the officer wants to look at first.</param>
    /// <param name="me">The officer.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>How many were confirmed.</returns>
    public async Task<Result<int>> Run(long listId, IReadOnlyCollection<int> left, SignedIn me, CancellationToken stop)
    {
        if (await db.ListsOf(me).FirstOrDefaultAsync(list => list.Id == listId, stop) is not { } list) return VerificationRefusals.NotThere;
        if (list.State != ListState.Open) return VerificationRefusals.OfGone(list) ?? VerificationRefusals.AllDecided;
        var rows = await Waiting(listId, stop);
        var confirmed = 0;
        foreach (var one in await checks.Of([.. rows.Where(row => !left.Contains(row.Number))], stop))
        {
            if (!one.Agrees) continue;
            one.Row.Decide(LineVerdict.Confirmed, FilledOf(one.Row), "", me.Name, time.GetUtcNow());
            confirmed++;
        }

        list.MoveTo(ListState.Open);
        return await db.SaveFirst(me.NewAct(time, "list.confirm", $"list:{list.Code}", $"{confirmed}"), stop)
            ? confirmed
            : VerificationRefusals.Changed;
    }

    /// <summary>Asks the people of all rows that have no verdict for papers.</summary>
    public async Task<Result<int>> AskRest(long listId, SignedIn me, CancellationToken stop)
    {
        if (await db.ListsOf(me).FirstOrDefaultAsync(list => list.Id == listId, stop) is not { } list) return VerificationRefusals.NotThere;
        if (list.State != ListState.Open) return VerificationRefusals.OfGone(list) ?? VerificationRefusals.AllDecided;
        var rows = await Waiting(listId, stop);
        foreach (var row in rows) row.Decide(LineVerdict.AskPerson, new FilledFields(null, null, null, null), "", me.Name, time.GetUtcNow());
        list.MoveTo(ListState.Open);
        return await db.SaveFirst(me.NewAct(time, "list.ask_rest", $"list:{list.Code}", $"{rows.Count}"), stop)
            ? rows.Count
            : VerificationRefusals.Changed;
    }

    /// <summary>What was filled in.</summary>
    internal static FilledFields FilledOf(VerificationRow row) => new(row.FilledName, row.FilledSex, row.FilledDate, row.FilledNumber);

    private Task<List<VerificationRow>> Waiting(long listId, CancellationToken stop) =>
        db.Set<VerificationRow>().Where(row => row.ListId == listId && row.Verdict == null).OrderBy(row => row.Number).ToListAsync(stop);
}
