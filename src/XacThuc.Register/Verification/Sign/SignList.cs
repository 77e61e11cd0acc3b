using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;
using XacThuc.Register.Cases;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.Sign;

/// <summary>
/// Signs a list and hands it over: what every row came to, who signs, who gave the second look, when, and the digest of the list as it was sent, under
/// the house's seal. Signed, kept and posted in one transaction.
/// </summary>
internal sealed class SignList(RegisterDb db, HouseSeal seal, BorderOutbox outbox, TimeProvider time)
{
    private const int Part = 500;

    public async Task<Result<VerificationList>> Run(long listId, SignedIn me, CancellationToken stop)
    {
        if (await db.ListsOf(me).FirstOrDefaultAsync(list => list.Id == listId, stop) is not { } list) return VerificationRefusals.NotThere;
        if (!VerificationAccess.MaySign(me.Role)) return VerificationRefusals.MayNotSign;
        if (VerificationRefusals.OfGone(list) is { } gone) return gone;
        var rows = await db.Set<VerificationRow>().AsNoTracking().Where(row => row.ListId == listId).OrderBy(row => row.Number).ToListAsync(stop);
        if (rows.Count(row => row.Verdict is null) is > 0 and var left) return VerificationRefusals.RowsLeft(left);
        if (rows.Count(row => !row.IsSettled) is > 0 and var unseen) return VerificationRefusals.SecondLookLeft(unseen);
        var digest = ListDigest.Of(list.Code, rows.Select(row => row.ToLine()));
        if (!digest.Equals(list.Digest, StringComparison.Ordinal)) return VerificationRefusals.Altered;

        var now = time.GetUtcNow();
        var content = ListDigest.ToContent(new SignedList(
            list.Code, digest, me.Name, me.FullName, me.UnitCode, now, [.. rows.Select(row => row.ToSigned())],
            SecondLookOf(rows)));
        if (seal.Sign(PurposeOf(list.Kind), content) is not { } signature) return VerificationRefusals.NoKey;
        (list.Content, list.Signature, list.SignedBy, list.SignedAt) = (content, signature, me.FullName, now);
        (list.RefusedVi, list.RefusedEn) = ("", "");
        list.MoveTo(ListState.Signed);
        Post(list, now);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        await CloseCases(rows, now, stop);
        if (!await db.SaveFirst(me.NewAct(time, "list.sign", $"list:{list.Code}", ListDigest.OfContent(content)), stop)) return VerificationRefusals.Signed;
        await all.CommitAsync(stop);
        return list;
    }

    private static string[]? SecondLookOf(List<VerificationRow> rows) =>
        rows.Where(row => row.NeedsSecondLook).Select(row => row.LookedAtName).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } names ? names : null;

    private static string PurposeOf(ListKind kind) => kind switch
    {
        ListKind.Cleaning => SignedList.CleaningPurpose,
        ListKind.Survey => SignedList.SurveyPurpose,
    };

    private void Post(VerificationList list, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        switch (list.Kind)
        {
            case ListKind.Cleaning:
                outbox.Post<CleaningListSigned, SignedListReceipt>(db, new CleaningListSigned(list.Code, list.Content, list.Signature), id);
                break;
            case ListKind.Survey:
                outbox.Post<SurveyListSigned, SignedListReceipt>(db, new SurveyListSigned(list.Code, list.Content, list.Signature), id);
                break;
        }
    }

    // What the list settles is not asked again in the inbox; a correction of the register goes on in its case.
    private async Task CloseCases(List<VerificationRow> rows, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var part in rows.Where(row => row.Verdict != LineVerdict.RegisterWrong).Chunk(Part))
        {
            var versions = part.ToDictionary(row => row.Ref, row => row.RecordVersion, StringComparer.Ordinal);
            var refs = versions.Keys.ToArray();
            var cases = await db.Cases.Undecided().Where(one => refs.Contains(one.Ref)).ToListAsync(stop);
            foreach (var one in cases.Where(one => one.Version == versions[one.Ref])) (one.State, one.ClosedAt) = (CaseState.Decided, now);
        }
    }
}
