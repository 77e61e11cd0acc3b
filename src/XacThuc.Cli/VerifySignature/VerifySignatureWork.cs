using XacThuc.Certificates.Documents.Checking;
using XacThuc.Matching.Texts;
using XacThuc.Tables;

namespace XacThuc.Cli.VerifySignature;

/// <summary>What is checked against what.</summary>
internal sealed record SignedFiles(string Document, string Signature, string TrustFolder, string? ListFolder);

/// <summary>Checks one signature and says in a sentence what it is worth.</summary>
internal sealed class VerifySignatureWork(SignedFiles files, string? time, Terminal terminal)
{
    /// <summary>What the shell is told where the signature is not right.</summary>
    public const int NotRight = 1;

    private const int MostBytes = 1 << 30;

    public int Run()
    {
        if (!Moments.TryRead(time, terminal.Time, out var at))
            return terminal.Refuse("--at: " + Speech.Say(
                "Ghi thời điểm theo giờ Việt Nam như 2026-03-02 hoặc 2026-03-02T14:30.",
                "Write the time in Vietnam as 2026-03-02 or 2026-03-02T14:30."));
        if (!TrustAnchors.TryOpen(files.TrustFolder, out var anchors, out var refusal)) return terminal.Refuse(refusal.ToString());
        var lists = RevocationLists.None;
        if (files.ListFolder is { } folder && !RevocationLists.TryOpen(folder, out lists, out refusal)) return terminal.Refuse(refusal.ToString());
        if (Read(files.Document) is not { } document || Read(files.Signature) is not { } signature) return ExitCode.Refused;

        var check = new SignatureChecker(anchors, lists).Check(document, signature, at);
        terminal.Out.WriteLine(SignatureSentences.Of(check).ToString());
        return check is SignatureCheck.Right ? ExitCode.Ran : NotRight;
    }

    private byte[]? Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
            {
                terminal.Refuse($"{path}: " + Speech.Say("Tệp lớn hơn 1 GiB. Chọn đúng tệp đã ký.", "The file is larger than 1 GiB. Choose the one that was signed."));
                return null;
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Refuse($"{path}: {FileSentences.Of(e)}");
            return null;
        }
    }
}
