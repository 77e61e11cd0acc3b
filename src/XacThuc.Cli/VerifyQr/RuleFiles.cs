using System.Text.Json;

namespace XacThuc.Cli.VerifyQr;

/// <summary>The JSON files of rules and value sets in a folder and below it.</summary>
internal static class RuleFiles
{
    /// <summary>Reads them; what is no JSON or cannot be read is passed over.</summary>
    public static IEnumerable<JsonElement> Read(string folder)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (Find(file) is { } json) yield return json;
    }

    private static JsonElement? Find(string file)
    {
        try
        {
            return JsonElement.Parse(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
