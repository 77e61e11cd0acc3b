using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.VerifyQr;

/// <summary>The lists that codes are checked against; without them nobody is believed and nothing was taken back.</summary>
internal sealed record ListFiles(string? Trust, string? Revoked);

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
        if (lists.Trust is { } keys)
        {
            if (CodeFiles.Read(keys, terminal) is not { } bytes) return null;
            if (!TrustList.TryRead(bytes, out trust))
            {
                terminal.Refuse($"{keys}: " + Speech.Say("Không tìm thấy khoá nào: cần PEM, chứng thư, hoặc JSON có kid.", "No key is found in it: PEM, a certificate, or JSON with kid is needed."));
                return null;
            }
        }

        if (lists.Revoked is not { } taken) return new CheckedAgainst(trust, revoked);
        if (CodeFiles.Read(taken, terminal) is not { } list) return null;
        if (RevocationList.TryRead(list, out revoked)) return new CheckedAgainst(trust, revoked);
        terminal.Refuse($"{taken}: " + Speech.Say("Không phải danh sách thu hồi, hoặc bị hỏng: tải lại.", "It is no list of revocations, or damaged: fetch it again."));
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
