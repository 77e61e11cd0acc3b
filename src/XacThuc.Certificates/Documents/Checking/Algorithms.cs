using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>The algorithms that are believed: SHA-2 with RSA or ECDSA (ETSI TS 119 312).</summary>
internal static class Algorithms
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string RsaPss = "1.2.840.113549.1.1.10";

    // SHA-256, SHA-384 and SHA-512 with their lengths in bytes.
    private static readonly Dictionary<string, int> Digests = new(StringComparer.Ordinal)
    {
        ["2.16.840.1.101.3.4.2.1"] = 32,
        ["2.16.840.1.101.3.4.2.2"] = 48,
        ["2.16.840.1.101.3.4.2.3"] = 64,
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

    /// <summary>
    /// Of a signed message. With PSS the salt is as long as the digest, which RFC 4055 recommends and the platform asks for.
    /// </summary>
    public static bool AreAllowed(CadesSignature signature)
    {
        if (signature.Info.DigestAlgorithm.Value is not { } digest || !Digests.TryGetValue(digest, out var length)) return false;
        return signature.Info.SignatureAlgorithm.Value is { } algorithm
            && (algorithm is RsaPss
                ? FindPss(signature.Algorithm) == new PssParameters(digest, length)
                : algorithm is Rsa || RsaSignatures.ContainsKey(algorithm) || EcdsaSignatures.ContainsKey(algorithm));
    }

    /// <summary>Of a certificate's signature by its issuer.</summary>
    public static bool IsAllowed(X509Certificate2 certificate) => certificate.SignatureAlgorithm.Value is { } signature
        && (signature is RsaPss
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

    private static bool HasStrongPss(X509Certificate2 certificate)
    {
        var whole = new AsnReader(certificate.RawData, AsnEncodingRules.BER).ReadSequence();
        whole.ReadEncodedValue();
        return FindPss(whole.ReadSequence()) is { } pss && Digests.ContainsKey(pss.Digest);
    }

    private static PssParameters? FindPss(AsnReader algorithm)
    {
        try
        {
            return PssParameters.Read(algorithm);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
