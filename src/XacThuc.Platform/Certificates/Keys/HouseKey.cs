using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using XacThuc.Certificates.PersonalQr;

namespace XacThuc.Platform.Certificates.Keys;

/// <summary>
/// A key that the house signs with, ES256 (RFC 7518, 3.4), from any thread: its instances of the platform's key are lent to one at a time, since
/// the platform does not promise more.
/// </summary>
public sealed class HouseKey
{
    private readonly ECParameters _parameters;
    private readonly ConcurrentBag<ECDsa> _free = [];

    internal HouseKey(ECParameters parameters)
    {
        _parameters = parameters;
        var (x, y) = (Base64Url.EncodeToString(parameters.Q.X), Base64Url.EncodeToString(parameters.Q.Y));
        Id = KeyThumbprint.Of(parameters);
        Jwk = JsonSerializer.SerializeToElement(new PublicKeyJson("EC", "P-256", x, y, Id, "sig", "ES256"), JsonSerializerOptions.Web);
    }

    /// <summary>The key's name: its thumbprint (RFC 7638).</summary>
    public string Id { get; }

    /// <summary>The public half (RFC 7517).</summary>
    public JsonElement Jwk { get; }

    /// <summary>Signs bytes; gives r and s, 64 bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        var key = _free.TryTake(out var free) ? free : ECDsa.Create(_parameters);
        var signature = key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        _free.Add(key);
        return signature;
    }

    /// <summary>Nothing of the key.</summary>
    public override string ToString() => nameof(HouseKey);

    private sealed record PublicKeyJson(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg);
}
