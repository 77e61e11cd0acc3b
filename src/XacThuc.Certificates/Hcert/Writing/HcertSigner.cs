using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Documents.Tokens;

namespace XacThuc.Certificates.Hcert.Writing;

/// <summary>A key that certificates are signed with: ECDSA on P-256 (ES256), or RSA (PS256). One of its own for each thread.</summary>
public sealed class HcertSigner : IDisposable
{
    private readonly AsymmetricAlgorithm _key;
    private readonly CoseSigner _signer;
    private readonly SigningKey? _owner;

    /// <summary>Of a signer's certificate with its private key: its id is the first eight bytes of the certificate's SHA-256.</summary>
    /// <exception cref="ArgumentException">It holds no private key of ECDSA or RSA.</exception>
    public HcertSigner(X509Certificate2 own)
        : this((AsymmetricAlgorithm?)own.GetECDsaPrivateKey() ?? own.GetRSAPrivateKey() ?? throw new ArgumentException("No private key of ECDSA or RSA.", nameof(own)), KeyIdOf(own))
    {
    }

    /// <summary>Of a key in a file or on a token, which is then this one's to dispose of.</summary>
    public HcertSigner(SigningKey key)
        : this(key.Secret, KeyIdOf(key.Certificate)) => _owner = key;

    /// <summary>Of a key that stands elsewhere, as on a token, and the id under which verifiers know it. The key is then this one's to dispose of.</summary>
    public HcertSigner(AsymmetricAlgorithm key, byte[] keyId)
    {
        _key = key;
        var headers = new CoseHeaderMap { [CoseHeaderLabel.KeyIdentifier] = CoseHeaderValue.FromBytes(keyId) };
        _signer = key is RSA rsa
            ? new CoseSigner(rsa, RSASignaturePadding.Pss, HashAlgorithmName.SHA256, headers)
            : new CoseSigner(key, HashAlgorithmName.SHA256, headers);
    }

    /// <summary>The id under which verifiers know a signer: the first eight bytes of its certificate's SHA-256.</summary>
    public static byte[] KeyIdOf(X509Certificate2 certificate) => SHA256.HashData(certificate.RawDataMemory.Span)[..8];

    /// <summary>Signs what a web token says.</summary>
    /// <exception cref="TokenFailedException">The key's token does not sign.</exception>
    internal byte[] Sign(ReadOnlySpan<byte> claims) => CoseSign1Message.SignEmbedded(claims.ToArray(), _signer);

    /// <summary>Lets the key go.</summary>
    public void Dispose()
    {
        _key.Dispose();
        _owner?.Dispose();
    }
}
