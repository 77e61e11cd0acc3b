using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Documents.Signing;

namespace XacThuc.Certificates.Documents.Outside;

/// <summary>
/// A signature under a document whose key is somewhere else, at a service that signs hashes: what is to be signed there, and
/// the whole signature once its value has come. The same document, certificates and time give the same draft, so that it
/// need not be kept between the two. One thread at a time.
/// </summary>
public sealed class SignatureDraft
{
    private readonly byte[] _document;
    private readonly IReadOnlyList<X509Certificate2> _path;
    private readonly DateTimeOffset _at;
    private readonly RSASignaturePadding _padding;

    private SignatureDraft(byte[] document, IReadOnlyList<X509Certificate2> path, DateTimeOffset at, bool isPss)
    {
        (_document, _path, _at) = (document, path, at);
        _padding = isPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        TrySign(value: null, out _, out var asked);
        Hash = asked ?? throw new CryptographicException("The platform did not ask for a signature.");
    }

    /// <summary>Who the certificate was issued to.</summary>
    public CertificateHolder Holder => CertificateHolder.Of(_path[0]);

    /// <summary>What is to be signed: SHA-256 of the signed attributes (RFC 5652, 5.4).</summary>
    public byte[] Hash { get; }

    /// <summary>Draws up a signature. False with a refusal where the certificate is not to sign at this time.</summary>
    /// <param name="document">The bytes that are signed.</param>
    /// <param name="path">The signer's certificate first, then those of issuers that are known, in any order.</param>
    /// <param name="at">The time of signing, written into the signature in whole seconds.</param>
    /// <param name="isPss">Whether an RSA key signs with PSS (a salt as long as the hash) and not with PKCS#1 v1.5.</param>
    /// <param name="draft">The draft; the certificates stay the caller's and must live as long.</param>
    /// <param name="refusal">Why there is none.</param>
    public static bool TryDraw(
        byte[] document, IReadOnlyList<X509Certificate2> path, DateTimeOffset at, bool isPss,
        [NotNullWhen(true)] out SignatureDraft? draft, out KeyRefusal refusal)
    {
        var unfit = SigningRules.RefusalOf(path[0], at);
        refusal = unfit ?? default;
        draft = unfit is null ? new SignatureDraft(document, path, at, isPss) : null;
        return draft is not null;
    }

    /// <summary>
    /// The detached CAdES-BES signature in DER with a value that came from outside. False where it is no signature of the
    /// <see cref="Hash"/> by the certificate's key.
    /// </summary>
    /// <param name="value">As PKCS#1 has it for RSA; for ECDSA r and s one after the other, or a sequence of both.</param>
    /// <param name="signature">The signature, as it stands in a <c>.p7s</c> file.</param>
    public bool TryFinish(byte[] value, [NotNullWhen(true)] out byte[]? signature) => TrySign(value, out signature, out _);

    private bool TrySign(byte[]? value, [NotNullWhen(true)] out byte[]? signature, out byte[]? asked)
    {
        using var secret = KeyOf(value);
        try
        {
            var key = new SigningKey(_path[0], _path.Skip(1), secret) { RsaPadding = _padding };
            signature = CadesWriter.Sign(_document, key, secret, _at);
        }
        catch (CryptographicException)
        {
            // There is no value yet, or it is not the certificate's.
            signature = null;
        }

        asked = ((IOutsideKey)secret).Asked;
        return signature is not null;
    }

    private AsymmetricAlgorithm KeyOf(byte[]? value) => _path[0].GetRSAPublicKey() is { } rsa
        ? new OutsideRsa(rsa, value)
        : new OutsideEcdsa(_path[0].GetECDsaPublicKey()!, value);
}
