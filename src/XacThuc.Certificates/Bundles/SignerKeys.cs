using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Hcert;

namespace XacThuc.Certificates.Bundles;

/// <summary>The keys of a trust list as a bundle has them: of certificates by the bytes of their id, of health cards by their thumbprint.</summary>
internal static class SignerKeys
{
    private const string RsaPss = "1.2.840.113549.1.1.10";
    private const string CountryName = "2.5.4.6";

    public static void Write(Utf8JsonWriter json, TrustList trust)
    {
        var usable = trust.Keys.Where(key => WebKeys.Has(key.Key)).ToLookup(key => BytesOf(key.KeyId) is not null);
        json.WriteStartArray("keys");
        foreach (var key in usable[true]) Signer(json, key);
        json.WriteEndArray();
        json.WriteStartArray("healthCardKeys");
        foreach (var key in usable[false]) HealthCardSigner(json, key);
        json.WriteEndArray();
    }

    private static void Signer(Utf8JsonWriter json, TrustedKey key)
    {
        json.WriteStartObject();
        json.WriteString("kid", Convert.ToBase64String(BytesOf(key.KeyId)!));
        json.WritePropertyName("jwk");
        WebKeys.Write(json, key.Key);
        if (key.Own is { } own) Own(json, own);
        json.WriteEndObject();
    }

    private static void Own(Utf8JsonWriter json, X509Certificate2 own)
    {
        if (own.PublicKey.Oid.Value is RsaPss) json.WriteBoolean("pss", true);
        if (CountryOf(own) is { } country) json.WriteString("country", country);
        if (SignerUse.Of(own) is { } uses)
        {
            json.WriteStartArray("use");
            foreach (var use in uses) json.WriteStringValue(use);
            json.WriteEndArray();
        }

        json.WriteString("from", Moments.Iso(new DateTimeOffset(own.NotBefore)));
        json.WriteString("to", Moments.Iso(new DateTimeOffset(own.NotAfter)));
    }

    private static void HealthCardSigner(Utf8JsonWriter json, TrustedKey key)
    {
        if (key.Key is not ECDsa) return;
        json.WriteStartObject();
        json.WriteString("kid", key.KeyId);
        json.WritePropertyName("jwk");
        WebKeys.Write(json, key.Key);
        json.WriteEndObject();
    }

    private static string? CountryOf(X509Certificate2 own) => own.SubjectName.EnumerateRelativeDistinguishedNames(reversed: false)
        .FirstOrDefault(part => !part.HasMultipleElements && part.GetSingleElementType().Value is CountryName)?.GetSingleElementValue();

    // Ids of certificates' keys are kept hexadecimal; a thumbprint of 43 signs never is.
    private static byte[]? BytesOf(string keyId)
    {
        if (keyId.Length % 2 != 0 || !keyId.All(char.IsAsciiHexDigit)) return null;
        return Convert.FromHexString(keyId);
    }
}
