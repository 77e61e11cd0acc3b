using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Signing;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>Checks signatures under documents, offline. Safe for several threads.</summary>
/// <param name="anchors">Whose certificates are believed.</param>
/// <param name="lists">What is known of revoked ones.</param>
public sealed class SignatureChecker(TrustAnchors anchors, RevocationLists lists)
{
    // As at the border: clocks may differ by five minutes.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Judges a signature. Certificates must have been valid at the time of signing; but that time is the signer's own word,
    /// so a certificate revoked up to the time judged at is not believed, whenever it says it signed. Judge at the time when
    /// the signature is known to have been there: when it was received, or now. No bytes lead to an exception.
    /// </summary>
    /// <param name="document">The document as it is now.</param>
    /// <param name="signature">The signature in DER, as it stands in a <c>.p7s</c> file.</param>
    /// <param name="at">The time to judge at.</param>
    public SignatureCheck Check(byte[] document, byte[] signature, DateTimeOffset at)
    {
        if (CadesReader.Read(document, signature) is not { } read) return new SignatureCheck.NotASignature();
        if (!Algorithms.AreAllowed(read)) return new SignatureCheck.AlgorithmNotAllowed();
        if (!CadesReader.TryReadAttributes(read.Info, out var signedAt, out var named)) return new SignatureCheck.NotASignature();
        if (!SigningCertificateV2.Names(named, read.Certificate)) return new SignatureCheck.Altered();
        if (!SigningRules.HasStrongKey(read.Certificate)) return new SignatureCheck.AlgorithmNotAllowed();
        if (!Fits(read)) return new SignatureCheck.Altered();

        return Judge(read.Certificate, read.Embedded, signedAt, at);
    }

    /// <summary>
    /// Judges a certificate before it signs: what a signature of this moment would come to, so that nobody is asked for one that
    /// would be refused.
    /// </summary>
    /// <param name="path">The signer's certificate, and those of issuers that came with it, in any order.</param>
    /// <param name="now">The time of signing.</param>
    public SignatureCheck CheckSigner(IReadOnlyList<X509Certificate2> path, DateTimeOffset now) =>
        SigningRules.HasStrongKey(path[0]) ? Judge(path[0], [.. path], now, now) : new SignatureCheck.AlgorithmNotAllowed();

    private SignatureCheck Judge(X509Certificate2 certificate, X509Certificate2Collection beside, DateTimeOffset signedAt, DateTimeOffset at)
    {
        var signer = new Signer(CertificateHolder.Of(certificate), signedAt);

        // Nothing that a certificate says of itself counts before its path is found.
        if (TrustPath.Find(certificate, beside, signer.SignedAt, anchors) is not { } path) return new SignatureCheck.UntrustedIssuer(signer.Holder.Issuer);
        if (!path.IsStrong()) return new SignatureCheck.AlgorithmNotAllowed();
        if (signer.SignedAt > at + ClockDifference) return new SignatureCheck.SigningTimeInTheFuture(signer);
        if (!SigningRules.IsForSigning(certificate)) return new SignatureCheck.WrongKeyUsage(signer);
        if (path.NotValidUntil(signer.SignedAt) is { } from) return new SignatureCheck.NotYetValid(signer, from);
        if (path.ExpiredBefore(signer.SignedAt) is { } since) return new SignatureCheck.Expired(signer, since);

        var (revokedAt, knowledge) = path.Revocation(at, lists);
        return revokedAt is { } revoked ? new SignatureCheck.Revoked(signer, revoked) : new SignatureCheck.Right(signer, knowledge);
    }

    private static bool Fits(CadesSignature read)
    {
        try
        {
            read.Info.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
