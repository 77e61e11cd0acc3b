using System.Text;
using XacThuc.Certificates.CitizenCard;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Trust;

namespace XacThuc.Fuzzing.Targets;

/// <summary>
/// Any text is a code: it has a verdict, the same each time, and nobody is believed without a list. As a list of keys or of revocations it is read or
/// refused.
/// </summary>
internal static class CodeTarget
{
    private static readonly DateTimeOffset Now = new(2022, 1, 15, 0, 0, 0, TimeSpan.Zero);
    private static readonly CheckedAgainst Nobody = CheckedAgainst.Keys(TrustList.Empty);

    public static void Run(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var code = CodeChecker.Check(text, Nobody, Now);
        BrokenPromiseException.Unless(code.Verdict is not (Verdict.Genuine or Verdict.RuleNotMet), "Without a list nobody is believed.");
        BrokenPromiseException.Unless(code.Verdict == CodeChecker.Check(text, Nobody, Now).Verdict, "The same text has the same verdict.");
        _ = code.Payload?.GetRawText();
        _ = ScannedCode.Read(text).ToString();
        if (TrustList.TryRead(bytes, out var keys)) _ = CodeChecker.Check(text, CheckedAgainst.Keys(keys), Now);
        if (RevocationList.TryRead(bytes, out var revoked)) _ = revoked.Contains(new byte[RevocationHash.Length]);
    }
}
