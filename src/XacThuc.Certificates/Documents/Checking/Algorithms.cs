using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>The algorithms that are believed: SHA-2 with RSA or ECDSA (ETSI TS 119 312).</summary>
internal static class Algorithms
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string RsaPss = "1.2.840.113549.1.1.10";
    private static readonly Asn1Tag PssHash = new(TagClass.ContextSpecific, 0);

    private static readonly Dictionary<string, HashAlgorithmName> Digests = new(StringComparer.Ordinal)
    {
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    private static readonly Dictionary<string, HashAlgorithmName> RsaSignatures = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.11"] = HashAlgorithmName.SHA256,
        ["1.2.840.113549.1.1.12"] = HashAlgorithmName.SHA384,
        ["1.2.840.113549.1.1.13"] = HashAlgorithmName.SHA512,
    };

    private static readonly Dictionary<string, HashAlgorithmName> EcdsaSignatures = new(StringComparer.Ordinal)
    {
        ["1.2.840.10045.4.3.2"] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
    };

    /// <summary>Of a signed message. That the digest within PSS is the message's own is checked where the signature is.</summary>
    public static bool AreAllowed(string? digest, string? signature) =>
        digest is not null && Digests.ContainsKey(digest)
        && signature is not null && (signature is Rsa or RsaPss || RsaSignatures.ContainsKey(signature) || EcdsaSignatures.ContainsKey(signature));

    /// <summary>Of a certificate's signature by its issuer.</summary>
    public static bool IsAllowed(X509Certificate2 certificate) => certificate.SignatureAlgorithm.Value is { } signature
        && (string.Equals(signature, RsaPss, StringComparison.Ordinal)
            ? HasStrongPss(certificate)
            : RsaSignatures.ContainsKey(signature) || EcdsaSignatures.ContainsKey(signature));

    /// <summary>Whether the issuer's key made this signature, by an algorithm that is believed.</summary>
    public static bool IsSignedBy(X509Certificate2 issuer, string algorithm, byte[] data, byte[] signature)
    {
        using var rsa = issuer.GetRSAPublicKey();
        if (rsa is not null)
            return RsaSignatures.TryGetValue(algorithm, out var hash) && rsa.VerifyData(data, signature, hash, RSASignaturePadding.Pkcs1);
        using var ecdsa = issuer.GetECDsaPublicKey();
        return ecdsa is not null && EcdsaSignatures.TryGetValue(algorithm, out var digest)
            && ecdsa.VerifyData(data, signature, digest, DSASignatureFormat.Rfc3279DerSequence);
    }

    // RFC 4055, 3.1: without parameters the digest is SHA-1.
    private static bool HasStrongPss(X509Certificate2 certificate)
    {
        try
        {
            var whole = new AsnReader(certificate.RawData, AsnEncodingRules.BER).ReadSequence();
            whole.ReadEncodedValue();
            var algorithm = whole.ReadSequence();
            algorithm.ReadObjectIdentifier();
            var parameters = algorithm.ReadSequence();
            return parameters.HasData && parameters.PeekTag().HasSameClassAndValue(PssHash)
                && Digests.ContainsKey(parameters.ReadSequence(PssHash).ReadSequence().ReadObjectIdentifier());
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
