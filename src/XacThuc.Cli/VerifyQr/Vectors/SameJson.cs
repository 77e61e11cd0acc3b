using System.Globalization;
using System.Text.Json;

namespace XacThuc.Cli.VerifyQr.Vectors;

/// <summary>Whether two values say the same, where moments may be written otherwise and a field that is null may be left out.</summary>
internal static class SameJson
{
    /// <summary>Whether they do.</summary>
    public static bool Are(JsonElement expected, JsonElement read) => expected.ValueKind switch
    {
        JsonValueKind.Object => read.ValueKind == JsonValueKind.Object && Said(expected).Count() == Said(read).Count()
            && Said(expected).All(field => read.TryGetProperty(field.Name, out var other) && Are(field.Value, other)),
        JsonValueKind.Array => read.ValueKind == JsonValueKind.Array && expected.GetArrayLength() == read.GetArrayLength()
            && expected.EnumerateArray().Zip(read.EnumerateArray()).All(pair => Are(pair.First, pair.Second)),
        JsonValueKind.Number => read.ValueKind == JsonValueKind.Number && expected.GetDouble() == read.GetDouble(),
        JsonValueKind.String => read.ValueKind == JsonValueKind.String && AreSame(expected.GetString()!, read.GetString()!),
        _ => expected.ValueKind == read.ValueKind,
    };

    private static IEnumerable<JsonProperty> Said(JsonElement value) => value.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null);

    private static bool AreSame(string expected, string read) => expected.Equals(read, StringComparison.Ordinal)
        || (DateTimeOffset.TryParse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first)
            && DateTimeOffset.TryParse(read, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var second) && first == second);
}
