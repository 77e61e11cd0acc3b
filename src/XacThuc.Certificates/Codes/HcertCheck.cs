using System.Globalization;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Rules;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Hcert.Schema;

namespace XacThuc.Certificates.Codes;

/// <summary>Checks a certificate in the European format: first who signed it, then whether it is good.</summary>
internal static class HcertCheck
{
    // SNOMED CT: detected.
    private const string Detected = "260373001";

    public static CheckedCode Of(ReadOnlySpan<char> text, CheckedAgainst against, DateTimeOffset at)
    {
        var fault = HcertMessage.TryRead(text, out var message);
        if (message is null) return new CheckedCode(CodeKind.Hcert, Verdict.NotGenuine, [ReasonOf(fault)], Payload: null, Signing: null);
        var keyId = Convert.ToHexStringLower(message.KeyId.Span);
        var (verdict, reasons) = Judge(message, against.Trust.Find(keyId), against, at);
        IReadOnlyList<RuleOutcome> unmet = verdict == Verdict.NotGenuine || against.Rules.Count == 0 ? [] : [.. against.Rules.Ask(message, at).Where(outcome => outcome.IsMet != true)];
        if (unmet.Count > 0)
        {
            reasons = [.. reasons, .. unmet.Select(outcome => outcome.IsMet is null ? CheckReason.RuleUnanswered : CheckReason.RuleNotMet).Distinct()];
            if (verdict == Verdict.Genuine) verdict = unmet.Any(outcome => outcome.IsMet == false) ? Verdict.RuleNotMet : Verdict.CannotKnow;
        }

        var claims = message.Claims;
        var signing = new CodeSigning(claims.Issuer, keyId, message.Algorithm == HcertMessage.Es256 ? "ES256" : "PS256", claims.IssuedAt, claims.ExpiresAt);
        return new CheckedCode(CodeKind.Hcert, verdict, reasons, Payload: null, signing) { Claims = claims, Unmet = unmet };
    }

    private static (Verdict Verdict, IReadOnlyList<CheckReason> Reasons) Judge(HcertMessage message, IReadOnlyList<TrustedKey> named, CheckedAgainst against, DateTimeOffset at)
    {
        if (named.Count == 0) return (Verdict.CannotKnow, [CheckReason.KeyUnknown, .. Unmet(message.Claims, at)]);
        if (SignerOf(message, named) is not { } signer) return (Verdict.NotGenuine, [named.Any(key => message.Fits(key.Key)) ? CheckReason.SignatureWrong : CheckReason.KeyOfAnotherKind]);
        if (!signer.IsGoodAt(message.Claims.IssuedAt ?? at)) return (Verdict.NotGenuine, [CheckReason.KeyOutOfTime]);
        if (!SignerUse.May(signer.Uses, message.Claims)) return (Verdict.NotGenuine, [CheckReason.KeyMayNotSignThis]);
        if (against.Revoked.Count > 0 && RevocationHash.Of(message).Any(hash => against.Revoked.Contains(hash))) return (Verdict.NotGenuine, [CheckReason.Revoked]);
        var reasons = Unmet(message.Claims, at);
        return (reasons.Count == 0 ? Verdict.Genuine : Verdict.RuleNotMet, reasons);
    }

    // Two keys may share an id.
    private static TrustedKey? SignerOf(HcertMessage message, IReadOnlyList<TrustedKey> named)
    {
        foreach (var key in named)
            if (message.IsSignedBy(key.Checking)) return key;
        return null;
    }

    private static List<CheckReason> Unmet(HcertClaims claims, DateTimeOffset at)
    {
        var reasons = new List<CheckReason>();
        if (DccSchema.Check(claims).Count > 0) reasons.Add(CheckReason.NotOfSchema);
        if (claims.IssuedAt > at) reasons.Add(CheckReason.NotYet);
        if (claims.ExpiresAt < at) reasons.Add(CheckReason.Over);
        if (!claims.Content.TryGet("t"u8, out var tests)) return reasons;
        foreach (var test in tests.Within)
        {
            if (DateTimeOffset.TryParse(test.FindText("sc"u8), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sample) && sample > at) reasons.Add(CheckReason.SampleInTheFuture);
            if (test.FindText("tr"u8) is Detected) reasons.Add(CheckReason.TestPositive);
        }

        return reasons;
    }

    private static CheckReason ReasonOf(HcertFault fault) => fault switch
    {
        HcertFault.NotCompressed => CheckReason.NotCompressed,
        HcertFault.TooLarge => CheckReason.TooLarge,
        HcertFault.NotCose => CheckReason.NotSigned,
        HcertFault.NoAlgorithm => CheckReason.NoAlgorithm,
        HcertFault.NotCbor => CheckReason.NotReadable,
        HcertFault.NoCertificate => CheckReason.NoCertificate,
        _ => CheckReason.NotBase45,
    };
}
