using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Hcert;

namespace XacThuc.Certificates.Bundles;

/// <summary>Writes a bundle as devices fetch it: a JSON web signature in its compact form (RFC 7515) of type <c>xacthuc-bundle</c>, signed by ES256.</summary>
public static class BundleWriter
{
    private const int Version = 1;

    /// <summary>Writes and signs one.</summary>
    /// <param name="bundle">What it says.</param>
    /// <param name="keyId">The thumbprint of the key that signs.</param>
    /// <param name="sign">Signs bytes by ES256: 64 bytes, the two numbers one behind the other (IEEE P1363).</param>
    public static string Write(VerifierBundle bundle, string keyId, Func<ReadOnlyMemory<byte>, byte[]> sign)
    {
        var signed = $"{Base64Url.EncodeToString(Json(json => Header(json, keyId)))}.{Base64Url.EncodeToString(Payload(bundle))}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>What is signed: the JSON that a device reads.</summary>
    public static byte[] Payload(VerifierBundle bundle) => Json(json =>
    {
        json.WriteNumber("version", Version);
        json.WriteString("issued", Moments.Iso(bundle.Issued));
        json.WriteString("stale", Moments.Iso(bundle.Stale));
        json.WriteString("country", bundle.Country);
        List(json, "bundleKeys", bundle.BundleKeys, key => WebKeys.Write(json, key));
        SignerKeys.Write(json, bundle.Trust);
        List(json, "personalKeys", bundle.PersonalKeys, key =>
        {
            json.WriteStartObject();
            json.WriteString("kid", key.Id);
            json.WritePropertyName("jwk");
            WebKeys.Write(json, key);
            json.WriteEndObject();
        });
        List(json, "rules", bundle.Rules, rule => rule.WriteTo(json));
        List(json, "valueSets", bundle.ValueSets, set => ValueSet(json, set));
        Revocations(json, bundle);
    });

    /// <summary>Under which name a list of what was taken back is asked for: its SHA-256, hexadecimal.</summary>
    public static string NameOf(RevocationList list) => Convert.ToHexStringLower(SHA256.HashData(list.File.Span));

    private static void Header(Utf8JsonWriter json, string keyId)
    {
        json.WriteString("alg", "ES256");
        json.WriteString("kid", keyId);
        json.WriteString("typ", "xacthuc-bundle");
    }

    // Names of values are in a dozen languages and more than half of a bundle; rules ask codes alone.
    private static void ValueSet(Utf8JsonWriter json, JsonElement set)
    {
        json.WriteStartObject();
        if (set.TryGetProperty("valueSetId", out var id) && id.ValueKind == JsonValueKind.String) json.WriteString("valueSetId", id.GetString());
        json.WriteStartObject("valueSetValues");
        if (set.TryGetProperty("valueSetValues", out var values) && values.ValueKind == JsonValueKind.Object)
            foreach (var value in values.EnumerateObject())
            {
                json.WriteStartObject(value.Name);
                json.WriteEndObject();
            }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Revocations(Utf8JsonWriter json, VerifierBundle bundle)
    {
        if (bundle.Revoked is not { } list)
        {
            json.WriteNull("revocations");
            return;
        }

        var name = NameOf(list);
        json.WriteStartObject("revocations");
        json.WriteString("address", bundle.RevocationsBeside + name);
        json.WriteString("sha256", name);
        json.WriteNumber("bytes", list.File.Length);
        json.WriteNumber("count", list.Count);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
