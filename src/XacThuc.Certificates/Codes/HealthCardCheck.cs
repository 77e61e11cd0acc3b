using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.SmartHealth;

namespace XacThuc.Certificates.Codes;

/// <summary>Checks a SMART Health Card: first who signed it, then whether it is good.</summary>
internal static class HealthCardCheck
{
    public static CheckedCode Of(ReadOnlySpan<char> text, TrustList trust, DateTimeOffset at)
    {
        if (SmartHealthCard.IsPartOfSeveral(text)) return new CheckedCode(CodeKind.SmartHealthCard, Verdict.CannotKnow, [CheckReason.PartOfSeveral], Payload: null, Signing: null);
        if (SmartHealthCard.Find(text) is not { } card) return new CheckedCode(CodeKind.SmartHealthCard, Verdict.NotGenuine, [CheckReason.NotReadable], Payload: null, Signing: null);
        var (verdict, reasons) = Judge(card, trust, at);
        return new CheckedCode(CodeKind.SmartHealthCard, verdict, reasons, card.Credential, new CodeSigning(card.Issuer, card.KeyId, "ES256", card.From, card.Until));
    }

    private static (Verdict Verdict, IReadOnlyList<CheckReason> Reasons) Judge(SmartHealthCard card, TrustList trust, DateTimeOffset at)
    {
        // A thumbprint is base64url: with other capitals it is another.
        var named = trust.Find(card.KeyId).Where(key => key.KeyId.Equals(card.KeyId, StringComparison.Ordinal)).ToList();
        var unmet = Unmet(card, at).ToList();
        if (named.Count == 0) return (Verdict.CannotKnow, [CheckReason.KeyUnknown, .. unmet]);
        if (!named.Any(key => card.IsSignedBy(key.Checking))) return (Verdict.NotGenuine, [CheckReason.SignatureWrong]);
        return (unmet.Count == 0 ? Verdict.Genuine : Verdict.RuleNotMet, unmet);
    }

    private static IEnumerable<CheckReason> Unmet(SmartHealthCard card, DateTimeOffset at)
    {
        if (card.From > at) yield return CheckReason.NotYet;
        if (card.Until < at) yield return CheckReason.Over;
    }
}
