using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using XacThuc.Certificates.Documents.Keys;

namespace XacThuc.Certificates.Documents.Tokens;

/// <summary>Keys that never leave their token (PKCS#11 2.40).</summary>
public static class TokenKeys
{
    /// <summary>
    /// Logs in and takes the certificate for signing that has its private key beside it (by <c>CKA_ID</c>); of several the one
    /// that is valid longest, since a renewed certificate stands beside the old one. The PIN is used once and not kept.
    /// </summary>
    /// <param name="address">Which token.</param>
    /// <param name="pin">The user's PIN.</param>
    /// <param name="known">Certificates of issuers that the token may not hold, to be embedded in signatures.</param>
    /// <param name="key">The key; while it lives, nobody else of this process signs with this token.</param>
    /// <param name="refusal">Why there is none.</param>
    public static bool TryOpen(
        TokenAddress address, ReadOnlySpan<char> pin, IEnumerable<X509Certificate2> known,
        [NotNullWhen(true)] out SigningKey? key, out KeyRefusal refusal)
    {
        key = null;
        if (!TokenOpening.TryOpen(address, pin, out var session, out refusal)) return false;
        try
        {
            key = Find(session, known, out refusal);
        }
        catch (Exception e) when (e is Pkcs11Exception or CryptographicException)
        {
            refusal = KeyRefusal.TokenFailed;
        }

        if (key is null) session.Dispose();
        return key is not null;
    }

    private static SigningKey? Find(TokenSession session, IEnumerable<X509Certificate2> known, out KeyRefusal refusal)
    {
        var certificates = session.Find(CKO.CKO_CERTIFICATE).Select(handle => Read(session, handle)).OfType<TokenCertificate>().ToList();
        var withKey = certificates.Where(one => one.Key is not null).OrderByDescending(one => one.Certificate.NotAfter).ToList();

        refusal = KeyRefusal.NoCertificate;
        if (withKey.Count == 0) return null;
        refusal = KeyRefusal.NotForSigning;
        if (withKey.Find(one => SigningRules.IsForSigning(one.Certificate)) is not { Key: { } handle } own) return null;
        refusal = KeyRefusal.KeyNotAllowed;
        if (KeyOf(session, handle, own.Certificate) is not { } secret) return null;

        refusal = default;
        var others = certificates.Where(one => one != own).Select(one => one.Certificate);
        return new SigningKey(own.Certificate, others.Concat(known), secret, session);
    }

    private static TokenCertificate? Read(TokenSession session, IObjectHandle handle)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadCertificate(session.Read(handle, CKA.CKA_VALUE));
            var id = TokenModule.Factories.ObjectAttributeFactory.Create(CKA.CKA_ID, session.Read(handle, CKA.CKA_ID));
            return new TokenCertificate(certificate, session.Find(CKO.CKO_PRIVATE_KEY, id).FirstOrDefault());
        }
        catch (CryptographicException)
        {
            // Not an X.509 certificate: none to sign with.
            return null;
        }
    }

    private static AsymmetricAlgorithm? KeyOf(TokenSession session, IObjectHandle handle, X509Certificate2 certificate)
    {
        if (certificate.GetRSAPublicKey() is { } rsa) return new TokenRsa(session, handle, rsa);
        return certificate.GetECDsaPublicKey() is { } ecdsa ? new TokenEcdsa(session, handle, ecdsa) : null;
    }

    private sealed record TokenCertificate(X509Certificate2 Certificate, IObjectHandle? Key);
}
