using System.Buffers.Text;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace XacThuc.Certificates.Codes.Trust;

/// <summary>
/// Whose signatures are believed. Read from PEM, from one certificate, or from JSON as health authorities and VCI publish it: wherever in it a key's
/// id stands beside a certificate, a public key or a JSON web key.
/// </summary>
public sealed class TrustList
{
    private const int MostKeys = 100_000;

    private static readonly string[] IdNames = ["kid", "keyId", "keyid"];
    private static readonly string[] CertificateNames = ["rawData", "certificate", "cert", "crt", "x5c"];
    private static readonly string[] KeyNames = ["publicKey", "subjectPk", "subjectPublicKeyInfo"];

    private readonly FrozenDictionary<string, TrustedKey[]> _byId;

    private TrustList(List<TrustedKey> keys)
    {
        Count = keys.Count;
        _byId = keys.GroupBy(key => key.KeyId, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Nobody.</summary>
    public static TrustList Empty { get; } = new([]);

    /// <summary>How many keys.</summary>
    public int Count { get; }

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<TrustedKey> Keys => _byId.Values.SelectMany(keys => keys);

    /// <summary>Those that an id names, hexadecimal for certificates and as written for health cards; two keys may share one.</summary>
    public IReadOnlyList<TrustedKey> Find(string keyId) => _byId.TryGetValue(keyId, out var keys) ? keys : [];

    /// <summary>This list and another one.</summary>
    public TrustList With(TrustList more) => new([.. Keys, .. more.Keys]);

    /// <summary>Reads a list; not where no key is found in it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, [NotNullWhen(true)] out TrustList? list)
    {
        list = null;
        var keys = new List<TrustedKey>();
        try
        {
            var text = Encoding.UTF8.GetString(file).TrimStart('\uFEFF');
            if (text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal) && text.TrimStart()[0] is not ('{' or '[')) Pem(text, keys);
            else if (text.TrimStart() is ['{' or '[', ..]) Json(JsonElement.Parse(text), mapName: null, keys);
            else Add(keys, TrustedKey.Of(X509CertificateLoader.LoadCertificate(file)));
        }
        catch (Exception damaged) when (damaged is CryptographicException or JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }

        if (keys.Count == 0) return false;
        list = new TrustList(keys);
        return true;
    }

    private static void Pem(string text, List<TrustedKey> keys)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPem(text);
        foreach (var one in all) Add(keys, TrustedKey.Of(one));
    }

    // What is no key of a kind that signs certificates is passed over: lists carry others too.
    private static void Json(JsonElement part, string? mapName, List<TrustedKey> keys)
    {
        if (keys.Count >= MostKeys) return;
        if (part.ValueKind == JsonValueKind.Array) foreach (var item in part.EnumerateArray()) Json(item, mapName, keys);
        if (part.ValueKind != JsonValueKind.Object) return;
        var id = Text(part, IdNames);
        if (Text(part, CertificateNames) is { } certificate) Add(keys, WrittenSigner.Find(certificate) is { } signer ? TrustedKey.Of(signer, HexOf(id ?? mapName)) : null);
        else if (Text(part, KeyNames) is { } key && (id ?? mapName) is { } named) Add(keys, WrittenSigner.Bytes(key) is { } info ? PublicKey(info, HexOf(named)!) : null);
        else if (id is not null && Text(part, ["kty"]) is "EC") Add(keys, WebKey(part, id));
        else foreach (var field in part.EnumerateObject()) Json(field.Value, field.Name, keys);
    }

    private static void Add(List<TrustedKey> keys, TrustedKey? key)
    {
        if (key is not null) keys.Add(key);
    }

    private static TrustedKey? PublicKey(byte[] info, string keyId)
    {
        foreach (var key in (AsymmetricAlgorithm[])[ECDsa.Create(), RSA.Create()])
            try
            {
                key.ImportSubjectPublicKeyInfo(info, out _);
                return new TrustedKey(keyId, key, Own: null);
            }
            catch (CryptographicException)
            {
                key.Dispose();
            }

        return null;
    }

    // RFC 7518, 6.2; health cards are signed with P-256 alone.
    private static TrustedKey? WebKey(JsonElement key, string id)
    {
        if (Text(key, ["crv"]) is not "P-256" || Text(key, ["x"]) is not { } x || Text(key, ["y"]) is not { } y) return null;
        try
        {
            var point = new ECPoint { X = Base64Url.DecodeFromChars(x), Y = Base64Url.DecodeFromChars(y) };
            return new TrustedKey(id, ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point }), Own: null);
        }
        catch (Exception damaged) when (damaged is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement part, string[] names)
    {
        foreach (var name in names)
        {
            if (!part.TryGetProperty(name, out var value)) continue;
            if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
            if (value.ValueKind == JsonValueKind.String) return value.GetString();
        }

        return null;
    }

    // Eight bytes in base64 are twelve signs; whatever is no base64 stays as it is written.
    private static string? HexOf(string? id)
    {
        if (id is null) return null;
        var bytes = new byte[id.Length];
        return Convert.TryFromBase64String(id, bytes, out var length) && length == 8 ? Convert.ToHexStringLower(bytes.AsSpan(0, length)) : id;
    }
}
