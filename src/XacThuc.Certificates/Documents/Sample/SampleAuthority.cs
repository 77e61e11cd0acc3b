using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Documents.Sample;

/// <summary>
/// Issues certificates to the people of a sample, from a root of the sample's own. Every certificate says that it is a
/// sample and proves nothing; no house for real people trusts the root, since trust is a folder that its operator fills.
/// </summary>
public sealed class SampleAuthority : IDisposable
{
    /// <summary>The root's common name.</summary>
    public const string RootName = "XacThuc SAMPLE - CA mẫu, không có giá trị pháp lý";

    private const string Mark = "SAMPLE - mẫu thử, không có giá trị pháp lý";
    private const int RootYears = 10;
    private const int PersonYears = 2;
    private const string SignerName = "XacThuc SAMPLE DSC";
    private const int SignerYears = 3;
    private readonly X509Certificate2 _root;

    private SampleAuthority(X509Certificate2 root, string trustFolder) => (_root, TrustFolder) = (root, trustFolder);

    /// <summary>The folder with the root's certificate alone, to check signatures against.</summary>
    public string TrustFolder { get; }

    /// <summary>The authority in a folder of the house, made the first time. Its key can be read by the house's account only.</summary>
    public static SampleAuthority Open(string folder, DateTimeOffset now)
    {
        var trust = Path.Combine(folder, "trust");
        var (keyFile, rootFile) = (Path.Combine(folder, "root.key"), Path.Combine(trust, "sample-root.pem"));
        if (File.Exists(keyFile) && File.Exists(rootFile)) return new(X509Certificate2.CreateFromPemFile(rootFile, keyFile), trust);

        Directory.CreateDirectory(trust);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = NewRoot(key, now);
        WriteSecret(keyFile, key.ExportPkcs8PrivateKeyPem());

        // The last that appears, and whole: who finds it finds its key.
        File.WriteAllText(rootFile + ".part", root.ExportCertificatePem());
        File.Move(rootFile + ".part", rootFile, overwrite: true);
        return new(root, trust);
    }

    /// <summary>
    /// A new key and certificate for a person, valid from a day before now for two years, with digital signature and
    /// non-repudiation as their only usage; a PKCS#12 file with the root beside it.
    /// </summary>
    public byte[] Issue(string name, string organisation, string password, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(NameOf(name, organisation), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, true, false));

        using var certificate = request.Create(_root, now.AddDays(-1), now.AddYears(PersonYears), NewSerial());
        using var own = certificate.CopyWithPrivateKey(key);
        using var root = X509CertificateLoader.LoadCertificate(_root.RawData);
        return new X509Certificate2Collection { own, root }.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password);
    }

    /// <summary>
    /// A new key and certificate that signs health certificates (DSC), ES256, valid from a day before now for three years: PEM, the certificate and
    /// its key behind it.
    /// </summary>
    public string IssueSigner(string organisation, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(NameOf(SignerName, organisation), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, true, false));

        using var certificate = request.Create(_root, now.AddDays(-1), now.AddYears(SignerYears), NewSerial());
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    /// <summary>Forgets the root's key.</summary>
    public void Dispose() => _root.Dispose();

    private static X509Certificate2 NewRoot(ECDsa key, DateTimeOffset now)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(RootName);
        name.AddOrganizationName("XacThuc SAMPLE");
        name.AddCountryOrRegion("VN");
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(RootYears));
    }

    private static X500DistinguishedName NameOf(string name, string organisation)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(name);
        builder.AddOrganizationalUnitName(Mark);
        builder.AddOrganizationName(organisation);
        builder.AddCountryOrRegion("VN");
        return builder.Build();
    }

    // Positive and not zero (RFC 5280, 4.1.2.2).
    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        return serial;
    }

    private static void WriteSecret(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.Write(text);
    }
}
