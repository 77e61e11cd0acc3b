using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Cleaning.Signed;

/// <summary>
/// Whether a signed list is the police house's, unaltered, and about exactly what was sent. Asked when it comes, and once
/// more before it is applied.
/// </summary>
internal sealed class CheckSigned(HouseSeal seal)
{
    public Result<SignedList> Run(CleaningList list, IEnumerable<CleaningRow> rows, string content, string signature)
    {
        switch (seal.Check(SignedList.Purpose, content, signature))
        {
            case SealState.Missing: return SignedProblems.Missing;
            case SealState.UnknownKey: return SignedProblems.UnknownKey;
            case SealState.Wrong: return SignedProblems.Forged;
            case SealState.Right: break;
        }

        if (CleaningDigest.FindList(content) is not { } signed) return SignedProblems.Unreadable;
        if (!signed.List.Equals(list.Code, StringComparison.Ordinal) || !signed.Digest.Equals(list.SentDigest, StringComparison.Ordinal))
            return SignedProblems.OtherList;
        var sent = rows.OrderBy(row => row.Number).Select(row => (row.Number, row.Ref, row.RecordVersion));
        return signed.Lines.Select(line => (line.Number, line.Ref, line.Version)).SequenceEqual(sent) ? signed : SignedProblems.OtherList;
    }
}
