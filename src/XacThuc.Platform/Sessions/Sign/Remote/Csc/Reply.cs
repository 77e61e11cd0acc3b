using System.Net;
using System.Text.Json;

namespace XacThuc.Platform.Sessions.Sign.Remote.Csc;

/// <summary>What a service said; nothing of it is believed yet.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonElement Body)
{
    /// <summary>A text, if it is one and not empty.</summary>
    public string? Text(string name) => Find(Body, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;

    /// <summary>A number of seconds that makes sense.</summary>
    public int? Number(string name) => Find(Body, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) && value is > 0 and < 10_000_000 ? value : null;

    /// <summary>An object or what else stands there, below the answer; empty where it is missing.</summary>
    public Reply Part(string name) => this with { Body = Find(Body, name) ?? default };

    /// <summary>Texts of a list; what is no text is left out.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Parts(name).Where(one => one.Body.ValueKind == JsonValueKind.String).Select(one => one.Body.GetString()!)];

    /// <summary>What stands in a list.</summary>
    public IEnumerable<Reply> Parts(string name) =>
        Find(Body, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(one => this with { Body = one }) : [];

    /// <summary>Nothing of what was said.</summary>
    public override string ToString() => $"{nameof(Reply)} {(int)Status}";

    private static JsonElement? Find(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value : null;
}
