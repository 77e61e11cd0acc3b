using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace XacThuc.Certificates.Bundles;

/// <summary>Public keys as JSON web keys (RFC 7517, RFC 7518).</summary>
internal static class WebKeys
{
    private const string NistP256 = "1.2.840.10045.3.1.7";
    private static readonly string[] PublicNames = ["kty", "crv", "x", "y", "n", "e"];

    /// <summary>Whether a key has a form that devices can use: P-256, or RSA.</summary>
    public static bool Has(AsymmetricAlgorithm key) => key switch
    {
        ECDsa ec => ec.ExportParameters(includePrivateParameters: false).Curve is var curve && curve.IsNamed && (curve.Oid.Value is NistP256 || curve.Oid.FriendlyName is "nistP256" or "ECDSA_P256"),
        RSA => true,
        _ => false,
    };

    /// <summary>Writes a key.</summary>
    public static void Write(Utf8JsonWriter json, AsymmetricAlgorithm key)
    {
        json.WriteStartObject();
        if (key is ECDsa ec)
        {
            var point = ec.ExportParameters(includePrivateParameters: false).Q;
            json.WriteString("kty", "EC");
            json.WriteString("crv", "P-256");
            json.WriteString("x", Base64Url.EncodeToString(point.X));
            json.WriteString("y", Base64Url.EncodeToString(point.Y));
        }
        else
        {
            var parameters = ((RSA)key).ExportParameters(includePrivateParameters: false);
            json.WriteString("kty", "RSA");
            json.WriteString("n", Base64Url.EncodeToString(parameters.Modulus));
            json.WriteString("e", Base64Url.EncodeToString(parameters.Exponent));
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a key of the house with its id: what is public of it and nothing else, whatever was given.</summary>
    public static void Write(Utf8JsonWriter json, BundleKey key)
    {
        json.WriteStartObject();
        foreach (var name in PublicNames)
            if (key.Jwk.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String) json.WriteString(name, value.GetString());
        json.WriteString("kid", key.Id);
        json.WriteEndObject();
    }
}
