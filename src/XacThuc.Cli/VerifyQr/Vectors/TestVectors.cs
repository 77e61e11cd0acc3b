using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.VerifyQr.Vectors;

/// <summary>Judges vectors of dgc-testdata, each check that it expects something of, and prints a line for each file.</summary>
internal sealed class TestVectors(IReadOnlyList<string> files, Terminal terminal)
{
    /// <summary>What the shell is told where a check came out otherwise.</summary>
    public const int Differs = 1;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Run()
    {
        var (checks, agreeing, isWhole) = (0, 0, true);
        foreach (var file in files)
        {
            if (CodeFiles.Read(file, terminal) is not { } bytes || Parse(file, bytes) is not { } vector)
            {
                isWhole = false;
                continue;
            }

            var results = VectorChecks.Of(vector);
            terminal.Out.WriteLine(Line(file, results));
            checks += results.Count;
            agreeing += results.Count(result => result.Agrees);
        }

        terminal.Error.WriteLine(Speech.Say($"{checks} phép kiểm, {agreeing} khớp.", $"{checks} checks, {agreeing} agree."));
        return !isWhole ? ExitCode.Refused : checks == agreeing ? ExitCode.Ran : Differs;
    }

    private JsonElement? Parse(string file, byte[] bytes)
    {
        try
        {
            var vector = JsonElement.Parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
            if (vector.ValueKind == JsonValueKind.Object && vector.TryGetProperty("EXPECTEDRESULTS", out var expected) && expected.ValueKind == JsonValueKind.Object) return vector;
        }
        catch (JsonException)
        {
            // Said below.
        }

        terminal.Refuse($"{file}: {Speech.Say("Không phải bộ kiểm thử dgc-testdata.", "It is no vector of dgc-testdata.")}");
        return null;
    }

    private static string Line(string file, IReadOnlyList<VectorCheck> results)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteStartObject("results");
            foreach (var result in results)
            {
                json.WriteStartObject(result.Name);
                json.WriteBoolean("expected", result.Expected);
                json.WriteBoolean("actual", result.Actual);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteBoolean("agrees", results.All(result => result.Agrees));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
