using System.Text.Json;
using XacThuc.Certificates.CitizenCard;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.SmartHealth;
using XacThuc.Matching;

namespace XacThuc.Certificates.Codes;

/// <summary>Checks the text of any code that a guard may be shown. Every text has an answer; none is an exception.</summary>
public static class CodeChecker
{
    /// <summary>Checks it by lists of keys and of what was taken back, at a moment.</summary>
    public static CheckedCode Check(string text, CheckedAgainst against, DateTimeOffset at)
    {
        var written = text.AsSpan().Trim();
        if (written.StartsWith(HcertEnvelope.Prefix, StringComparison.Ordinal)) return HcertCheck.Of(written, against, at);
        if (written.StartsWith(SmartHealthCard.Prefix, StringComparison.OrdinalIgnoreCase)) return HealthCardCheck.Of(written, against.Trust, at);
        return ScannedCode.Read(written).Match(
            card: card => Paper(CodeKind.CitizenCard, ("id", card.Id.ToString()), ("name", card.FullName), ("born", Iso(card.Born)), ("sex", card.Sex.ToString())),
            notice: notice => Paper(CodeKind.IdNotice, ("id", notice.Id.ToString()), ("name", notice.FullName), ("born", Iso(notice.Born)), ("sex", notice.Sex?.ToString())),
            insurance: card => Paper(CodeKind.InsuranceCard, ("number", card.Number), ("name", card.FullName), ("born", Iso(card.Born)), ("sex", card.Sex?.ToString())),
            personalQr: qr => PersonalQrCheck.Of(
                text.Trim(), Fields(("paper", qr.Paper), ("qid", qr.Qid), ("name", qr.FullName), ("born", Iso(qr.Born)), ("sex", qr.Sex?.ToString())), against.PersonalKeys, at),
            garbled: (_, _) => new CheckedCode(CodeKind.Other, Verdict.NoCertificate, [CheckReason.NotReadable], Payload: null, Signing: null),
            other: (_, _) => new CheckedCode(CodeKind.Other, Verdict.NoCertificate, [CheckReason.Unsigned], Payload: null, Signing: null));
    }

    private static CheckedCode Paper(CodeKind kind, params (string Name, string? Value)[] fields) => new(
        kind, Verdict.NoCertificate, [CheckReason.Unsigned], Fields(fields), Signing: null);

    private static JsonElement Fields(params (string Name, string? Value)[] fields) =>
        JsonSerializer.SerializeToElement(fields.Where(field => field.Value is { Length: > 0 }).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));

    private static string? Iso(PartialDate date) => date.IsKnown ? date.InFull() : null;
}
