using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using XacThuc.Certificates.Checking;

namespace XacThuc.Certificates.PersonalQr;

/// <summary>The keys whose signatures of personal QR codes are believed. For any thread.</summary>
public sealed class PersonalKeys
{
    private readonly Dictionary<string, List<CheckingKey>> _keys = new(StringComparer.Ordinal);

    private PersonalKeys()
    {
    }

    /// <summary>No key.</summary>
    public static PersonalKeys None { get; } = new();

    /// <summary>How many there are.</summary>
    public int Count => _keys.Sum(keys => keys.Value.Count);

    /// <summary>Reads keys as JSON web keys (RFC 7517): P-256 alone; others are left out. Their names are computed, not believed.</summary>
    /// <exception cref="JsonException">It is no list of keys.</exception>
    public static PersonalKeys Of(IEnumerable<JsonElement> keys)
    {
        var known = new PersonalKeys();
        foreach (var key in keys)
        {
            if (key.ValueKind != JsonValueKind.Object) throw new JsonException("A key is an object.");
            if (Text(key, "kty") is not "EC" || Text(key, "crv") is not "P-256" || Find(Text(key, "x"), Text(key, "y")) is not { } own) continue;
            var name = KeyThumbprint.Of(own.ExportParameters(includePrivateParameters: false))[..PersonalQrSignature.KeyIdLength];
            if (!known._keys.TryGetValue(name, out var same)) known._keys[name] = same = [];
            same.Add(CheckingKey.Of(own));
        }

        return known;
    }

    /// <summary>Whether one of the keys signed it; nothing where none of them has its name.</summary>
    internal bool? Signed(PersonalQrSignature signature)
    {
        if (!_keys.TryGetValue(signature.KeyId, out var named)) return null;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(signature.Signed));
        return named.Exists(key => key.IsSigned(digest, signature.Value));
    }

    private static string? Text(JsonElement key, string name) => key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A point that is not on the curve is no key.
    private static ECDsa? Find(string? x, string? y)
    {
        try
        {
            return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Base64Url.DecodeFromChars(x), Y = Base64Url.DecodeFromChars(y) } });
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
