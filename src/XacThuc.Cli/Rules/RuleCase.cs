using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using XacThuc.Certificates.Rules;

namespace XacThuc.Cli.Rules;

/// <summary>One case of a rule: what it should come to and what it came to.</summary>
/// <param name="File">The file of the case, as it was found.</param>
/// <param name="Name">Its name in the file; none where the file is one case.</param>
/// <param name="Expected">What it should come to.</param>
/// <param name="Actual">What it came to; null where there is a fault.</param>
/// <param name="Fault">Why it came to nothing.</param>
internal sealed record RuleCase(string File, string? Name, LogicValue Expected, LogicValue Actual, LogicFault? Fault)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether both are the same.</summary>
    public bool Agrees => Fault is null && Expected == Actual;

    /// <summary>A case of an expression.</summary>
    public static RuleCase Of(string file, string? name, LogicValue expected, LogicResult result) => new(file, name, expected, result.Value, result.Fault);

    /// <summary>As one line of JSON.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("file", File);
            if (Name is not null) json.WriteString("case", Name);
            json.WritePropertyName("expected");
            json.Write(Expected);
            json.WritePropertyName("actual");
            json.Write(Actual);
            json.WriteBoolean("agrees", Agrees);
            if (Fault is { } fault) json.WriteString("fault", $"{fault.Kind} {fault.Operator}".TrimEnd());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
