using System.Security.Cryptography;

namespace XacThuc.Certificates.Checking;

/// <summary>
/// A signer's public key that checks many signatures. Where OpenSSL is there it keeps a context from one to the next, which the platform makes anew each
/// time (decision 0043); elsewhere the platform checks. Any number of threads may use it at once.
/// </summary>
internal sealed class CheckingKey
{
    private readonly byte[] _publicKeyInfo;
    private CheckingContext? _idle;

    private CheckingKey(AsymmetricAlgorithm key) => (Key, _publicKeyInfo) = (key, key.ExportSubjectPublicKeyInfo());

    /// <summary>The key itself, ECDSA or RSA.</summary>
    public AsymmetricAlgorithm Key { get; }

    // RFC 9053, 2.1: each of the two numbers is as long as the curve's field.
    private int FieldLength => (Key.KeySize + 7) / 8;

    /// <summary>Makes one.</summary>
    public static CheckingKey Of(AsymmetricAlgorithm key) => new(key);

    /// <summary>Whether a signature is that of the key: of ECDSA its two numbers one behind the other, of RSA with PSS.</summary>
    /// <param name="digest">SHA-256 of what is signed.</param>
    /// <param name="signature">The signature.</param>
    public bool IsSigned(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        if (LibCrypto.IsThere && (Interlocked.Exchange(ref _idle, null) ?? CheckingContext.Find(_publicKeyInfo, Key is RSA)) is { } context)
        {
            try
            {
                return Key is RSA ? context.IsSigned(digest, signature) : signature.Length == 2 * FieldLength && context.IsSignedByPair(digest, signature);
            }
            finally
            {
                Interlocked.Exchange(ref _idle, context)?.Dispose();
            }
        }

        lock (_publicKeyInfo) return ByPlatform(digest, signature);
    }

    private bool ByPlatform(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        try
        {
            return Key switch
            {
                ECDsa ecdsa => ecdsa.VerifyHash(digest, signature),
                RSA rsa => rsa.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
                _ => false,
            };
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
