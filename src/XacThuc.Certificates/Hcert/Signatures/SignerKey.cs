using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Hcert.Signatures;

/// <summary>The public key of a signer's certificate.</summary>
internal static class SignerKey
{
    private const string RsaPss = "1.2.840.113549.1.1.10";

    /// <summary>ECDSA or RSA, to be disposed of; none where it is of another kind. A key that may sign with PSS alone is one of RSA too (RFC 4055).</summary>
    public static AsymmetricAlgorithm? Find(X509Certificate2 signer)
    {
        if (signer.PublicKey.Oid.Value is not RsaPss) return (AsymmetricAlgorithm?)signer.GetECDsaPublicKey() ?? signer.GetRSAPublicKey();
        var key = RSA.Create();
        try
        {
            key.ImportRSAPublicKey(signer.PublicKey.EncodedKeyValue.RawData, out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
