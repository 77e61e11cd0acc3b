using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using XacThuc.Certificates.Codes;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.VerifyQr;

/// <summary>What was found, as lines.</summary>
internal static class CodeLines
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For programs.</summary>
    public static string Json(string file, string text, CheckedCode code) => Written(json =>
    {
        json.WriteString("file", file);
        json.WriteString("kind", code.Kind.Word());
        json.WriteString("text", text);
        json.WriteString("verdict", code.Verdict.Word());
        json.WriteStartArray("reasons");
        foreach (var reason in code.Reasons) json.WriteStringValue(reason.Word());
        json.WriteEndArray();
        if (code.Payload is { } payload)
        {
            json.WritePropertyName("payload");
            payload.WriteTo(json);
        }
        else
        {
            json.WriteNull("payload");
        }

        if (code.Unmet.Count > 0)
        {
            json.WriteStartArray("rules");
            foreach (var outcome in code.Unmet) json.WriteStringValue(outcome.Rule.Id);
            json.WriteEndArray();
        }

        if (code.Signing is not { } signing) return;
        json.WriteString("issuer", signing.Issuer);
        json.WriteString("keyId", signing.KeyId);
        json.WriteString("algorithm", signing.Algorithm);
        if (signing.IssuedAt is { } issued) json.WriteString("issuedAt", issued);
        if (signing.ExpiresAt is { } expires) json.WriteString("expiresAt", expires);
    });

    /// <summary>Of a file in which no code can be read.</summary>
    public static string None(string file) => Written(json =>
    {
        json.WriteString("file", file);
        json.WriteString("kind", "none");
        json.WriteNull("text");
        json.WriteString("verdict", Verdict.NoCertificate.Word());
        json.WriteStartArray("reasons");
        json.WriteStringValue("no-code");
        json.WriteEndArray();
        json.WriteNull("payload");
    });

    /// <summary>For people.</summary>
    public static string Plain(string file, CheckedCode code)
    {
        var why = string.Join(" ", code.Reasons.Select(reason => CodeSentences.Of(reason).ToString()));
        foreach (var rule in code.Unmet.Select(outcome => outcome.Rule)) why += $" {rule.Id}: {rule.Descriptions.GetValueOrDefault(Speech.Say("vi", "en")) ?? rule.Descriptions.GetValueOrDefault("en", "")}";
        var signing = code.Signing is { } by ? $" [{by.Issuer}, {by.KeyId}, {by.Algorithm}]" : "";
        return $"{file}: {CodeSentences.Of(code.Kind)}{signing}{WhoseIs(code)}: {CodeSentences.Of(code.Verdict)} {why}".TrimEnd();
    }

    // The name is what is compared with the card beside it; nothing more is needed for that.
    private static string WhoseIs(CheckedCode code)
    {
        string Part(string name) => code.Payload is { } payload && payload.TryGetProperty("nam", out var written) && written.ValueKind == JsonValueKind.Object
            && written.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString()! : "";
        return code.Kind == CodeKind.Hcert && $"{Part("fn")} {Part("gn")}".Trim() is { Length: > 0 } whole ? $", {whole}" : "";
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
