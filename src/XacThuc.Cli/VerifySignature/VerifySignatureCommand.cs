using System.CommandLine;

namespace XacThuc.Cli.VerifySignature;

/// <summary>The command <c>verify-signature</c>.</summary>
internal static class VerifySignatureCommand
{
    public static Command Create()
    {
        var file = new Option<string>("--file") { Description = "The document", Required = true };
        var signature = new Option<string>("--signature") { Description = "The signature that came with it (.p7s)", Required = true };
        var trust = new Option<string>("--trust") { Description = "The folder with the root certificates that are believed", Required = true };
        var lists = new Option<string?>("--crl") { Description = "The folder with the issuers' revocation lists; without it revocation is not checked" };
        var at = new Option<string?>("--at") { Description = "When it was received, 2026-03-02 or 2026-03-02T14:30 in Vietnam; now without it" };
        var command = new Command("verify-signature", "Tell who signed a document, and whether it is as it was signed; without any network")
        {
            file, signature, trust, lists, at,
        };
        command.SetAction(parsed => new VerifySignatureWork(
            new SignedFiles(
                parsed.GetRequiredValue(file), parsed.GetRequiredValue(signature), parsed.GetRequiredValue(trust), parsed.GetValue(lists)),
            parsed.GetValue(at), Terminal.Own).Run());
        return command;
    }
}
