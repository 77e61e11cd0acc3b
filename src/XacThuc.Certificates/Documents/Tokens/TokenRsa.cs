using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace XacThuc.Certificates.Documents.Tokens;

/// <summary>An RSA key that signs on its token. Only SHA-256 is signed; the private half cannot be exported.</summary>
internal sealed class TokenRsa : RSA
{
    // DigestInfo of SHA-256 up to the digest itself (RFC 8017, 9.2, note 1).
    private static readonly byte[] DigestInfo =
        [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];

    private readonly TokenSession _session;
    private readonly IObjectHandle _key;
    private readonly RSA _public;

    public TokenRsa(TokenSession session, IObjectHandle key, RSA publicKey)
    {
        _session = session;
        _key = key;
        _public = publicKey;
        KeySizeValue = publicKey.KeySize;
    }

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        if (hashAlgorithm != HashAlgorithmName.SHA256) throw new NotSupportedException("A token's key signs SHA-256 only.");
        if (padding.Mode == RSASignaturePaddingMode.Pkcs1)
            return _session.Sign(TokenModule.Factories.MechanismFactory.Create(CKM.CKM_RSA_PKCS), _key, [.. DigestInfo, .. hash]);

        using var parameters = TokenModule.Factories.MechanismParamsFactory.CreateCkRsaPkcsPssParams(
            ConvertUtils.UInt64FromCKM(CKM.CKM_SHA256), ConvertUtils.UInt64FromCKG(CKG.CKG_MGF1_SHA256), (ulong)hash.Length);
        using var mechanism = TokenModule.Factories.MechanismFactory.Create(CKM.CKM_RSA_PKCS_PSS, parameters);
        return _session.Sign(mechanism, _key, hash);
    }

    public override RSAParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("The private key does not leave its token.")
        : _public.ExportParameters(includePrivateParameters: false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
        _public.VerifyHash(hash, signature, hashAlgorithm, padding);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _public.Dispose();
        base.Dispose(disposing);
    }
}
