using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Testing.Signing;

/// <summary>A key kept at the service, with its certificate.</summary>
public sealed class GivenSigner
{
    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _certificate;

    private GivenSigner(X509Certificate2 root, X509Certificate2 certificate) => (_root, _certificate) = (root, certificate);

    /// <summary>RSA signs by PSS alone.</summary>
    public bool IsPss { get; private init; }

    /// <summary>ECDSA gives r and s one after the other, not a sequence.</summary>
    public bool IsPlain { get; private init; }

    public bool IsRsa => _certificate.GetRSAPrivateKey() is not null;

    public int Bits => IsRsa ? 2048 : 256;

    /// <summary>Algorithms, as <c>key/algo</c> names them.</summary>
    public string[] Algorithms => !IsRsa ? ["1.2.840.10045.4.3.2"] : IsPss ? ["1.2.840.113549.1.1.10"] : ["1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11"];

    public string[] Path => [Convert.ToBase64String(_certificate.RawData), Convert.ToBase64String(_root.RawData)];

    /// <summary>Somebody whose certificate the root in a folder issued.</summary>
    public static GivenSigner Of(string authority, string kind = "ecdsa", string name = "Nông Văn Chủ Tịch", bool isOver = false)
    {
        var root = X509Certificate2.CreateFromPemFile(System.IO.Path.Combine(authority, "trust", "sample-root.pem"), System.IO.Path.Combine(authority, "root.key"));
        var now = TimeProvider.System.GetUtcNow();
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name);
        subject.AddOrganizationName("UBND xã Hợp Thành");
        using AsymmetricAlgorithm key = kind.StartsWith("rsa", StringComparison.Ordinal) ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = key is RSA rsa ? new CertificateRequest(subject.Build(), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject.Build(), (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        using var issuer = root.GetECDsaPrivateKey()!;
        using var bare = request.Create(
            root.SubjectName, X509SignatureGenerator.CreateForECDsa(issuer), now.AddHours(-2), isOver ? now.AddHours(-1) : now.AddDays(30), [1, .. RandomNumberGenerator.GetBytes(8)]);
        return new GivenSigner(root, key is RSA own ? bare.CopyWithPrivateKey(own) : bare.CopyWithPrivateKey((ECDsa)key)) { IsPss = kind == "rsa pss", IsPlain = kind == "ecdsa plain" };
    }

    public byte[] Sign(byte[] hash)
    {
        using var rsa = _certificate.GetRSAPrivateKey();
        if (rsa is not null) return rsa.SignHash(hash, HashAlgorithmName.SHA256, IsPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        using var ecdsa = _certificate.GetECDsaPrivateKey()!;
        return ecdsa.SignHash(hash, IsPlain ? DSASignatureFormat.IeeeP1363FixedFieldConcatenation : DSASignatureFormat.Rfc3279DerSequence);
    }
}
