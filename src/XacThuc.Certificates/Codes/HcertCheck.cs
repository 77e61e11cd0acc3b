using System.Globalization;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Rules;
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
        if (message is null)
            return new CheckedCode(CodeKind.Hcert, Verdict.NotGenuine, [ReasonOf(fault)], Payload: null, Signing: null);
        var (verdict, reasons) = Judge(message, against, at);
        IReadOnlyList<RuleOutcome> unmet = verdict == Verdict.NotGenuine ? [] : [.. against.Rules.Ask(message, at).Where(outcome => outcome.IsMet != true)];
        if (unmet.Count > 0)
        {
            reasons = [.. reasons, .. unmet.Select(outcome => outcome.IsMet is null ? CheckReason.RuleUnanswered : CheckReason.RuleNotMet).Distinct()];
            if (verdict == Verdict.Genuine) verdict = unmet.Any(outcome => outcome.IsMet == false) ? Verdict.RuleNotMet : Verdict.CannotKnow;
        }
        var claims = message.Claims;
        var signing = new CodeSigning(
            claims.Issuer, Convert.ToHexStringLower(message.KeyId.Span), message.Algorithm == HcertMessage.Es256 ? "ES256" : "PS256", claims.IssuedAt, claims.ExpiresAt);
        return new CheckedCode(CodeKind.Hcert, verdict, reasons, claims.Certificate, signing) { Unmet = unmet };
    }

    private static (Verdict Verdict, IReadOnlyList<CheckReason> Reasons) Judge(HcertMessage message, CheckedAgainst against, DateTimeOffset at)
    {
        var named = against.Trust.Find(Convert.ToHexStringLower(message.KeyId.Span));
        if (named.Count == 0) return (Verdict.CannotKnow, [CheckReason.KeyUnknown, .. Unmet(message, at)]);
        var fitting = named.Where(key => message.Fits(key.Key)).ToList();
        if (fitting.Count == 0) return (Verdict.NotGenuine, [CheckReason.KeyOfAnotherKind]);
        if (fitting.Find(key => message.IsSignedBy(key.Key)) is not { } signer) return (Verdict.NotGenuine, [CheckReason.SignatureWrong]);
        if (!signer.IsGoodAt(message.Claims.IssuedAt ?? at)) return (Verdict.NotGenuine, [CheckReason.KeyOutOfTime]);
        if (!SignerUse.May(signer.Uses, message.Claims.Certificate)) return (Verdict.NotGenuine, [CheckReason.KeyMayNotSignThis]);
        if (against.Revoked.Count > 0 && RevocationHash.Of(message).Any(hash => against.Revoked.Contains(hash))) return (Verdict.NotGenuine, [CheckReason.Revoked]);
        var reasons = Unmet(message, at).ToList();
        return (reasons.Count == 0 ? Verdict.Genuine : Verdict.RuleNotMet, reasons);
    }

    private static IEnumerable<CheckReason> Unmet(HcertMessage message, DateTimeOffset at)
    {
        var (claims, certificate) = (message.Claims, message.Claims.Certificate);
        if (DccSchema.Check(certificate).Count > 0) yield return CheckReason.NotOfSchema;
        if (claims.IssuedAt > at) yield return CheckReason.NotYet;
        if (claims.ExpiresAt < at) yield return CheckReason.Over;
        foreach (var test in certificate.Entries("t"))
        {
            if (test.FindText("sc") is { } taken && DateTimeOffset.TryParse(taken, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sample) && sample > at) yield return CheckReason.SampleInTheFuture;
            if (test.FindText("tr") is Detected) yield return CheckReason.TestPositive;
        }
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
