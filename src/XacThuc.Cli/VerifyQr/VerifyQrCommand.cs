using System.CommandLine;
using XacThuc.Cli.VerifyQr.Vectors;

namespace XacThuc.Cli.VerifyQr;

/// <summary>The command <c>verify-qr</c>: what codes on papers and pictures are worth, without any network.</summary>
internal static class VerifyQrCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Text of codes (one a line), PNG, JPG or PDF; with --dgc-testdata published vectors", Arity = ArgumentArity.OneOrMore };
        var trust = new Option<string?>("--trust") { Description = "The keys that are believed: PEM, a certificate, or JSON with key ids" };
        var revoked = new Option<string?>("--revoked") { Description = "The certificates that were taken back, as a house publishes them; without it none" };
        var personal = new Option<string?>("--personal-keys") { Description = "The keys by which houses sign personal codes: a JWK set, as a house serves it; without it none is believed" };
        var rules = new Option<string?>("--rules") { Description = "The folder with business rules and value sets that must be met; without it none" };
        var country = new Option<string>("--country") { Description = "Whose rules of acceptance are asked", DefaultValueFactory = _ => "VN" };
        var at = new Option<string?>("--at") { Description = "The moment, 2022-01-15 or 2022-01-15T14:30 in Vietnam, or with a zone; now without it" };
        var json = new Option<bool>("--json") { Description = "One line of JSON a code: file, kind, text, verdict, reasons, payload" };
        var vectors = new Option<bool>("--dgc-testdata") { Description = "The files are vectors of dgc-testdata: one line of JSON a file, expected and actual of each check" };
        var command = new Command("verify-qr", "Tell what QR codes are and whether certificates in them are genuine; without any network") { files, trust, revoked, personal, rules, country, at, json, vectors };
        command.SetAction(parsed => parsed.GetValue(vectors)
            ? new TestVectors(parsed.GetRequiredValue(files), Terminal.Own).Run()
            : new VerifyQrWork(parsed.GetRequiredValue(files), new ListFiles(parsed.GetValue(trust), parsed.GetValue(revoked), parsed.GetValue(rules), parsed.GetRequiredValue(country), parsed.GetValue(personal)), parsed.GetValue(at), parsed.GetValue(json), Terminal.Own).Run());
        return command;
    }
}
