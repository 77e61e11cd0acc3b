using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Signed;

/// <summary>A list as it was sent: what a signed one must be about.</summary>
/// <param name="Purpose">What the signature must be for.</param>
/// <param name="Code">Its number.</param>
/// <param name="Digest">Digest of what was sent.</param>
/// <param name="Rows">Its rows: number, reference and version.</param>
internal sealed record SentList(string Purpose, string Code, string Digest, IEnumerable<(int Number, string Ref, int Version)> Rows);

/// <summary>
/// Whether a signed list is the police house's, unaltered, and about exactly what was sent. Asked when it comes, and once
/// more before it changes anything.
/// </summary>
internal sealed class CheckSigned(HouseSeal seal)
{
    public Result<SignedList> Run(SentList sent, string content, string signature)
    {
        switch (seal.Check(sent.Purpose, content, signature))
        {
            case SealState.Missing: return SignedProblems.Missing;
            case SealState.UnknownKey: return SignedProblems.UnknownKey;
            case SealState.Wrong: return SignedProblems.Forged;
            case SealState.Right: break;
        }

        if (ListDigest.FindList(content) is not { } signed) return SignedProblems.Unreadable;
        if (!signed.List.Equals(sent.Code, StringComparison.Ordinal) || !signed.Digest.Equals(sent.Digest, StringComparison.Ordinal))
            return SignedProblems.OtherList;
        return signed.Lines.Select(line => (line.Number, line.Ref, line.Version)).SequenceEqual(sent.Rows.OrderBy(row => row.Number))
            ? signed
            : SignedProblems.OtherList;
    }
}
