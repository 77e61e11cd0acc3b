using System.Security.Cryptography;

namespace XacThuc.Certificates.Documents.Outside;

/// <summary>
/// An RSA key that is somewhere else: it signs with the value that came from there. Without one it remembers what it is to
/// sign, and gives nothing.
/// </summary>
internal sealed class OutsideRsa : RSA, IOutsideKey
{
    private readonly RSA _public;
    private readonly byte[]? _value;

    public OutsideRsa(RSA publicKey, byte[]? value)
    {
        _public = publicKey;
        KeySizeValue = publicKey.KeySize;
        _value = value;
    }

    public byte[]? Asked { get; private set; }

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        Asked = hash;
        return _value ?? throw new CryptographicException("The signature is not here yet.");
    }

    public override RSAParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("The private key is not here.")
        : _public.ExportParameters(includePrivateParameters: false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _public.Dispose();
        base.Dispose(disposing);
    }
}
