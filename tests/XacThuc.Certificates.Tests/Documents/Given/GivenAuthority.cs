using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Tests.Documents.Given;

/// <summary>What a test wants of a certificate.</summary>
internal sealed record Wanted
{
    public X509KeyUsageFlags? Usage { get; init; } = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;

    public string? Purpose { get; init; }

    public DateTimeOffset From { get; init; } = Times.Noon.AddYears(-1);

    public DateTimeOffset Until { get; init; } = Times.Noon.AddYears(1);

    public bool IsIssuer { get; init; }

    public bool IsBySha1 { get; init; }
}

internal static class Times
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
}

/// <summary>An authority that issues what a test wants, also what no real one would.</summary>
internal sealed class GivenAuthority
{
    private int _issued;

    public GivenAuthority(AsymmetricAlgorithm? key = null)
    {
        Certificate = Request("Test root", key ?? NewEcdsa(), new Wanted { IsIssuer = true })
            .CreateSelfSigned(Times.Noon.AddYears(-5), Times.Noon.AddYears(5));
    }

    private GivenAuthority(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    public static ECDsa NewEcdsa() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public GivenAuthority Below(string name, bool isBySha1 = false) => new(Issue(name, NewEcdsa(), new Wanted
    {
        IsIssuer = true,
        IsBySha1 = isBySha1,
        From = Times.Noon.AddYears(-4),
        Until = Times.Noon.AddYears(4),
    }));

    /// <summary>A certificate with its private key.</summary>
    public X509Certificate2 Issue(string name, AsymmetricAlgorithm key, Wanted? wanted = null)
    {
        var shape = wanted ?? new Wanted();
        using var signer = (AsymmetricAlgorithm?)Certificate.GetECDsaPrivateKey() ?? Certificate.GetRSAPrivateKey();
        var generator = shape.IsBySha1 ? new OldGenerator((RSA)signer!)
            : signer is RSA rsa ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
            : X509SignatureGenerator.CreateForECDsa((ECDsa)signer!);
        var certificate = Request(name, key, shape)
            .Create(Certificate.SubjectName, generator, shape.From, shape.Until, [1, (byte)++_issued]);
        return key is RSA own ? certificate.CopyWithPrivateKey(own) : certificate.CopyWithPrivateKey((ECDsa)key);
    }

    /// <summary>A revocation list of this authority.</summary>
    public byte[] List(DateTimeOffset until, params (X509Certificate2 Certificate, DateTimeOffset At)[] revoked)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var (certificate, at) in revoked) list.AddEntry(certificate, at);
        return list.Build(Certificate, BigInteger.One, until, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, Times.Noon.AddDays(-30));
    }

    private static CertificateRequest Request(string name, AsymmetricAlgorithm key, Wanted wanted)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(name);
        builder.AddOrganizationName("UBND xã Hòa Cư");
        var request = key is RSA rsa ? new CertificateRequest(builder.Build(), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(builder.Build(), (ECDsa)key, HashAlgorithmName.SHA256);
        var usage = wanted.IsIssuer ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : wanted.Usage;
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(wanted.IsIssuer, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        if (usage is { } flags) request.CertificateExtensions.Add(new X509KeyUsageExtension(flags, critical: true));
        if (wanted.Purpose is { } purpose) request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        return request;
    }
}
