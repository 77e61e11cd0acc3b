using System.Text.Json;
using XacThuc.Certificates.PersonalQr;

namespace XacThuc.Certificates.Codes;

/// <summary>Checks a personal QR code: whether a house that is believed signed it, and whether its time is over. It may be shown by somebody else all the same.</summary>
internal static class PersonalQrCheck
{
    /// <summary>Judges one.</summary>
    /// <param name="text">The text of the code.</param>
    /// <param name="payload">What it says.</param>
    /// <param name="keys">Whose signatures are believed.</param>
    /// <param name="at">The moment.</param>
    public static CheckedCode Of(string text, JsonElement payload, PersonalKeys keys, DateTimeOffset at)
    {
        if (PersonalQrSignature.Find(text) is not { } signature) return new CheckedCode(CodeKind.PersonalQr, Verdict.NoCertificate, [CheckReason.Unsigned], payload, Signing: null);
        var signing = new CodeSigning("", signature.KeyId, "ES256", IssuedAt: null, signature.Until);
        var (verdict, reason) = keys.Signed(signature) switch
        {
            null => (Verdict.CannotKnow, CheckReason.KeyUnknown),
            false => (Verdict.NotGenuine, CheckReason.SignatureWrong),
            true => (at > signature.Until ? Verdict.RuleNotMet : Verdict.Genuine, CheckReason.Over),
        };
        return new CheckedCode(CodeKind.PersonalQr, verdict, verdict == Verdict.Genuine ? [] : [reason], payload, signing);
    }
}
