using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Documents.Signing;
using XacThuc.Certificates.Documents.Tokens;

namespace XacThuc.Certificates.Documents.Keys;

/// <summary>
/// A private key that signs documents, with its certificate and those of its issuers. Comes from a file
/// (<see cref="KeyFiles"/>) or stays on a token (<see cref="TokenKeys"/>); dispose of it to log out of the token. One thread
/// at a time.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;
    private readonly IDisposable? _session;

    internal SigningKey(X509Certificate2 certificate, IEnumerable<X509Certificate2> known, AsymmetricAlgorithm key, IDisposable? session = null)
    {
        Certificate = certificate;
        Issuers = IssuersOf(certificate, [.. known]);
        _key = key;
        _session = session;
    }

    /// <summary>The signer's certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Who the certificate was issued to.</summary>
    public CertificateHolder Holder => CertificateHolder.Of(Certificate);

    /// <summary>How an RSA key signs; an ECDSA key has one way only. PKCS#1 v1.5 unless set, which every verifier knows.</summary>
    public RSASignaturePadding RsaPadding { get; set; } = RSASignaturePadding.Pkcs1;

    /// <summary>The private key, for what is no document.</summary>
    internal AsymmetricAlgorithm Secret => _key;

    /// <summary>The issuers' certificates that were found, from the signer's own issuer upwards.</summary>
    internal IReadOnlyList<X509Certificate2> Issuers { get; }

    /// <summary>
    /// Signs a document: a detached CAdES-BES signature in DER (ETSI EN 319 122-1), with the certificates of the path that
    /// are known. False with a refusal where the certificate does not fit or the token does not sign; nothing is kept then.
    /// </summary>
    /// <param name="document">The bytes that are signed.</param>
    /// <param name="at">The time of signing, written into the signature in whole seconds.</param>
    /// <param name="signature">The signature, as it stands in a <c>.p7s</c> file.</param>
    /// <param name="refusal">Why there is none.</param>
    public bool TrySign(byte[] document, DateTimeOffset at, [NotNullWhen(true)] out byte[]? signature, out KeyRefusal refusal)
    {
        signature = null;
        refusal = default;
        if (SigningRules.RefusalOf(Certificate, at) is { } unfit)
        {
            refusal = unfit;
            return false;
        }

        try
        {
            signature = CadesWriter.Sign(document, this, _key, at);
            return true;
        }
        catch (TokenFailedException)
        {
            refusal = KeyRefusal.TokenFailed;
            return false;
        }
        catch (CryptographicException)
        {
            // The signature was made and is not the certificate's.
            refusal = KeyRefusal.KeyOfAnother;
            return false;
        }
    }

    /// <summary>Logs out of the token and forgets the key.</summary>
    public void Dispose()
    {
        _key.Dispose();
        _session?.Dispose();
        Certificate.Dispose();
    }

    /// <summary>Nothing of the key.</summary>
    public override string ToString() => nameof(SigningKey);

    private static List<X509Certificate2> IssuersOf(X509Certificate2 certificate, List<X509Certificate2> known)
    {
        var issuers = new List<X509Certificate2>();
        var last = certificate;
        while (!TrustAnchors.IsRoot(last)
            && known.Find(one => one.SubjectName.RawData.AsSpan().SequenceEqual(last.IssuerName.RawData)) is { } issuer)
        {
            // Two issuers that certify each other would be a path without an end.
            known.Remove(issuer);
            issuers.Add(issuer);
            last = issuer;
        }

        return issuers;
    }
}
