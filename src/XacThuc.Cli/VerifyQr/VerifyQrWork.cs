using System.Text.Json;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Rules;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.PersonalQr;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.VerifyQr;

/// <summary>What codes are checked against; without it nobody is believed, nothing was taken back and no rule is asked.</summary>
internal sealed record ListFiles(string? Trust = null, string? Revoked = null, string? Rules = null, string Country = "VN", string? PersonalKeys = null);

/// <summary>Reads the codes of files and says of each what it is worth.</summary>
internal sealed class VerifyQrWork(IReadOnlyList<string> files, ListFiles lists, string? time, bool asJson, Terminal terminal)
{
    /// <summary>What the shell is told where a code is not genuine and good.</summary>
    public const int NotAll = 1;

    private bool _isWhole = true;
    private bool _areAllGood = true;

    public int Run()
    {
        if (!Moments.TryRead(time, terminal.Time, out var at))
            return terminal.Refuse("--at: " + Speech.Say(
                "Ghi thời điểm theo giờ Việt Nam như 2022-01-15 hoặc 2022-01-15T14:30, hoặc kèm múi giờ.",
                "Write the time in Vietnam as 2022-01-15 or 2022-01-15T14:30, or with a zone."));
        if (Lists() is not { } against) return ExitCode.Refused;
        foreach (var file in files) One(file, against, at);
        return !_isWhole ? ExitCode.Refused : _areAllGood ? ExitCode.Ran : NotAll;
    }

    private CheckedAgainst? Lists()
    {
        var (trust, revoked) = (TrustList.Empty, RevocationList.Empty);
        if (lists.Trust is { } keys && (CodeFiles.Read(keys, terminal) is not { } list || !TrustList.TryRead(list, out trust)))
            return Unusable(keys, "Không tìm thấy khoá nào: cần PEM, chứng thư, hoặc JSON có kid.", "No key is found in it: PEM, a certificate, or JSON with kid is needed.");
        if (lists.Revoked is { } taken && (CodeFiles.Read(taken, terminal) is not { } file || !RevocationList.TryRead(file, out revoked)))
            return Unusable(taken, "Không phải danh sách thu hồi, hoặc bị hỏng: tải lại.", "It is no list of revocations, or damaged: fetch it again.");
        var personal = PersonalKeys.None;
        if (lists.PersonalKeys is { } own && (CodeFiles.Read(own, terminal) is not { } set || !TryReadKeys(set, out personal)))
            return Unusable(own, "Không tìm thấy khoá nào: cần bộ khoá JWK (P-256).", "No key is found in it: a JWK set (P-256) is needed.");
        if (lists.Rules is not { } folder) return new CheckedAgainst(trust, revoked, RuleBook.Empty) { PersonalKeys = personal };
        var rules = RuleBook.Of(RuleFiles.Read(folder), lists.Country);
        return rules.Count > 0 ? new CheckedAgainst(trust, revoked, rules) { PersonalKeys = personal } : Unusable(folder, "Không có quy định nào: cần các tệp JSON có Identifier và Logic.", "There is no rule: JSON files with Identifier and Logic are needed.");
    }

    private static bool TryReadKeys(byte[] set, out PersonalKeys keys)
    {
        keys = PersonalKeys.None;
        try
        {
            using var json = JsonDocument.Parse(set);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("keys", out var list) && list.ValueKind == JsonValueKind.Array) keys = PersonalKeys.Of(list.EnumerateArray());
        }
        catch (JsonException)
        {
            // Told as a file without keys.
        }

        return keys.Count > 0;
    }

    private CheckedAgainst? Unusable(string file, string vi, string en)
    {
        terminal.Refuse($"{file}: {Speech.Say(vi, en)}");
        return null;
    }

    private void One(string file, CheckedAgainst against, DateTimeOffset at)
    {
        if (CodeFiles.Read(file, terminal) is not { } bytes)
        {
            _isWhole = false;
            return;
        }

        var texts = CodeFiles.TextsOf(bytes);
        if (texts.Count == 0)
        {
            _areAllGood = false;
            terminal.Out.WriteLine(asJson ? CodeLines.None(file) : $"{file}: {Speech.Say("không đọc được mã QR nào.", "no QR code can be read in it.")}");
        }

        foreach (var text in texts)
        {
            var code = CodeChecker.Check(text, against, at);
            _areAllGood &= code.Verdict == Verdict.Genuine;
            terminal.Out.WriteLine(asJson ? CodeLines.Json(file, text, code) : CodeLines.Plain(file, code));
        }
    }
}
