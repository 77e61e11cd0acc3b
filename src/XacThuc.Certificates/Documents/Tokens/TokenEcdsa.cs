using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace XacThuc.Certificates.Documents.Tokens;

/// <summary>An ECDSA key that signs on its token, which gives r and s as the platform wants them. The private half cannot be exported.</summary>
internal sealed class TokenEcdsa : ECDsa
{
    private readonly TokenSession _session;
    private readonly IObjectHandle _key;
    private readonly ECDsa _public;

    public TokenEcdsa(TokenSession session, IObjectHandle key, ECDsa publicKey)
    {
        _session = session;
        _key = key;
        _public = publicKey;
        KeySizeValue = publicKey.KeySize;
    }

    public override byte[] SignHash(byte[] hash)
    {
        using var mechanism = TokenModule.Factories.MechanismFactory.Create(CKM.CKM_ECDSA);
        return _session.Sign(mechanism, _key, hash);
    }

    public override bool VerifyHash(byte[] hash, byte[] signature) => _public.VerifyHash(hash, signature);

    public override ECParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("The private key does not leave its token.")
        : _public.ExportParameters(includePrivateParameters: false);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _public.Dispose();
        base.Dispose(disposing);
    }
}
