using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace XacThuc.Exchange.Signing;

/// <summary>One key as a JWK (RFC 7517); <paramref name="D"/> only in one's own private file.</summary>
internal sealed record JsonKey(string Kty, string Crv, string X, string Y, string? D = null, string? Kid = null, string? Use = null, string? Alg = null)
{
    /// <summary>Nothing of the key.</summary>
    public override string ToString() => nameof(JsonKey);
}

/// <summary>A JWK set.</summary>
internal sealed record JsonKeys(IReadOnlyList<JsonKey> Keys);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JsonKey))]
[JsonSerializable(typeof(JsonKeys))]
internal sealed partial class KeyJson : JsonSerializerContext;

/// <summary>Reads and writes the files of keys.</summary>
internal static class KeyFile
{
    public static ECParameters NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportParameters(includePrivateParameters: true);
    }

    public static void WritePrivate(string path, ECParameters key) =>
        WholeFile.WriteSecret(path, JsonSerializer.SerializeToUtf8Bytes(ToJson(key, isPrivate: true), KeyJson.Default.JsonKey));

    public static void WritePublic(string path, IEnumerable<ECParameters> keys) => WholeFile.Write(
        path, JsonSerializer.SerializeToUtf8Bytes(new JsonKeys([.. keys.Select(key => ToJson(key, isPrivate: false))]), KeyJson.Default.JsonKeys));

    public static ECParameters ReadPrivate(string path) =>
        ToParameters(JsonSerializer.Deserialize(File.ReadAllBytes(path), KeyJson.Default.JsonKey)!);

    /// <summary>The keys of a set that are for ES256; others are none of the border's.</summary>
    public static ECParameters[] ReadPublic(string path) =>
    [
        .. JsonSerializer.Deserialize(File.ReadAllBytes(path), KeyJson.Default.JsonKeys)!.Keys
            .Where(key => key is { Kty: "EC", Crv: "P-256", Use: null or "sig", Alg: null or "ES256" })
            .Select(key => ToParameters(key with { D = null })),
    ];

    private static JsonKey ToJson(ECParameters key, bool isPrivate) => new(
        "EC", "P-256", Base64Url.EncodeToString(key.Q.X), Base64Url.EncodeToString(key.Q.Y),
        isPrivate ? Base64Url.EncodeToString(key.D) : null, new BorderKey(key).Id, "sig", "ES256");

    private static ECParameters ToParameters(JsonKey key) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = Bytes(key.X), Y = Bytes(key.Y) },
        D = key.D is null ? null : Bytes(key.D),
    };

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
