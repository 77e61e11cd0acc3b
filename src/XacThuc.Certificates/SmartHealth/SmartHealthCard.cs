using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using XacThuc.Certificates.Checking;
using XacThuc.Certificates.Hcert;

namespace XacThuc.Certificates.SmartHealth;

/// <summary>A SMART Health Card as it was read (SMART Health Cards Framework 1.4): digits of a JSON web signature over a deflated credential.</summary>
public sealed class SmartHealthCard
{
    /// <summary>What its text begins with.</summary>
    public const string Prefix = "shc:/";

    private const int MostBytes = 1 << 16;
    private const int SignatureLength = 64;

    private readonly byte[] _signed;
    private readonly byte[] _signature;

    private SmartHealthCard(byte[] signed, byte[] signature, string keyId, JsonElement credential) =>
        (_signed, _signature, KeyId, Credential) = (signed, signature, keyId, credential);

    /// <summary>The key that it says it is signed with: the thumbprint of the JSON web key.</summary>
    public string KeyId { get; }

    /// <summary>What was signed: issuer, time, the credential with its FHIR bundle.</summary>
    public JsonElement Credential { get; }

    /// <summary>Who issued it: an address under which its keys are found.</summary>
    public string Issuer => Credential.FindText("iss") ?? "";

    /// <summary>From when it is good; none where it is not said.</summary>
    public DateTimeOffset? From => Seconds("nbf");

    /// <summary>Until when; none where it is not said.</summary>
    public DateTimeOffset? Until => Seconds("exp");

    /// <summary>Whether it is a code of several that hold one card, <c>shc:/2/3/…</c>: issuers no longer write such.</summary>
    public static bool IsPartOfSeveral(ReadOnlySpan<char> text) =>
        text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && text[Prefix.Length..] is [>= '1' and <= '9', '/', >= '2' and <= '9', '/', ..];

    /// <summary>Reads the text of a code; none where it is damaged, a part of several, or signed otherwise than by ES256.</summary>
    public static SmartHealthCard? Find(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        var digits = text[Prefix.Length..];
        if (digits.StartsWith("1/1/", StringComparison.Ordinal)) digits = digits[4..];
        if (digits.Length is 0 or > MostBytes || digits.Length % 2 != 0) return null;
        var jws = new char[digits.Length / 2];
        for (var i = 0; i < jws.Length; i++)
        {
            if (!char.IsAsciiDigit(digits[2 * i]) || !char.IsAsciiDigit(digits[(2 * i) + 1])) return null;
            jws[i] = (char)('-' + ((digits[2 * i] - '0') * 10) + digits[(2 * i) + 1] - '0');
        }

        return OfJws(new string(jws));
    }

    /// <summary>Whether its signature is that of a key.</summary>
    internal bool IsSignedBy(CheckingKey key) => key.Key is ECDsa && key.IsSigned(SHA256.HashData(_signed), _signature);

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(SmartHealthCard);

    private static SmartHealthCard? OfJws(string jws)
    {
        if (jws.Split('.') is not [var head, var body, var signature]) return null;
        try
        {
            var header = JsonElement.Parse(Base64Url.DecodeFromChars(head));
            if (header.ValueKind != JsonValueKind.Object || header.FindText("alg") is not "ES256" || header.FindText("zip") is not "DEF" || header.FindText("kid") is not { } keyId) return null;
            if (Inflate(Base64Url.DecodeFromChars(body)) is not { } json) return null;
            var (credential, bytes) = (JsonElement.Parse(json), Base64Url.DecodeFromChars(signature));
            Walk(credential);
            return credential.ValueKind == JsonValueKind.Object && bytes.Length == SignatureLength ? new SmartHealthCard(Encoding.ASCII.GetBytes($"{head}.{body}"), bytes, keyId, credential) : null;
        }
        catch (Exception damaged) when (damaged is FormatException or JsonException or InvalidDataException or IOException or InvalidOperationException)
        {
            return null;
        }
    }

    // Text that is no Unicode shows itself only when it is read.
    private static void Walk(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Array) foreach (var item in part.EnumerateArray()) Walk(item);
        if (part.ValueKind == JsonValueKind.String) _ = part.GetString();
        if (part.ValueKind != JsonValueKind.Object) return;
        foreach (var field in part.EnumerateObject())
        {
            _ = field.Name;
            Walk(field.Value);
        }
    }

    private static byte[]? Inflate(byte[] deflated)
    {
        using var from = new DeflateStream(new MemoryStream(deflated), CompressionMode.Decompress);
        var buffer = new byte[MostBytes + 1];
        var length = from.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length > MostBytes ? null : buffer[..length];
    }

    private DateTimeOffset? Seconds(string name) =>
        Credential.TryGetProperty(name, out var time) && time.ValueKind == JsonValueKind.Number && time.TryGetDouble(out var seconds) && Math.Abs(seconds) < 1e11 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
}
