using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.SecondLook;

/// <summary>A row as the second officer leaves it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Word">Why it goes back; empty where the officer agrees.</param>
internal sealed record LookedRow(int Number, string Word);

/// <summary>
/// The second officer's word on rows that somebody else decided: agreed, or sent back to be decided again. Only rows that were
/// shown count, and only as they were shown. With the last one the list is ready to be signed; with one sent back it is being
/// worked on again.
/// </summary>
internal sealed class GiveSecondLook(RegisterDb db, TimeProvider time)
{
    private const int LongestWord = 300;

    public async Task<Result<VerificationList>> Run(
        long listId, int version, IReadOnlyCollection<LookedRow> looked, SignedIn me, CancellationToken stop)
    {
        if (await db.ListsOf(me).FirstOrDefaultAsync(list => list.Id == listId, stop) is not { } list) return VerificationRefusals.NotThere;
        if (list.State != ListState.SecondLook) return VerificationRefusals.OfGone(list) ?? VerificationRefusals.SecondLookNotAsked;
        if (list.Version != version) return VerificationRefusals.Changed;
        var numbers = looked.Select(one => one.Number).ToArray();
        var rows = await db.Set<VerificationRow>().Where(row => row.ListId == listId && EF.Parameter(numbers).Contains(row.Number)).ToDictionaryAsync(row => row.Number, stop);
        if (looked.Count == 0 || looked.Any(one => !rows.TryGetValue(one.Number, out var row) || row.IsSettled)) return VerificationRefusals.Changed;
        if (looked.Any(one => rows[one.Number].DecidedBy.Equals(me.Name, StringComparison.Ordinal))) return VerificationRefusals.SecondLookByAnother;

        var now = time.GetUtcNow();
        foreach (var one in looked)
        {
            var word = Said.Of(one.Word, LongestWord);
            if (word.Length == 0)
            {
                rows[one.Number].LookAt(me.Name, me.FullName, now);
                continue;
            }

            rows[one.Number].SendBack(word, me.Name);
            db.Note(me.NewAct(time, "list.send_back", $"list:{list.Code}.{one.Number}"));
        }

        var others = db.Set<VerificationRow>().Where(row => row.ListId == listId && !EF.Parameter(numbers).Contains(row.Number));
        list.MoveTo(
            rows.Values.Any(row => row.Verdict is null) || await others.AnyAsync(row => row.Verdict == null, stop) ? ListState.Open
            : await others.Unlooked().AnyAsync(stop) ? ListState.SecondLook
            : ListState.Ready);
        return await db.SaveFirst(me.NewAct(time, "list.second_look", $"list:{list.Code}", $"{looked.Count}"), stop)
            ? list
            : VerificationRefusals.Changed;
    }
}
