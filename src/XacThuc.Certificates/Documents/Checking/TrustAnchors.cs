using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Matching.Texts;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>The roots that are trusted, and certificates of issuers below them that a signature may have left out. Immutable.</summary>
public sealed class TrustAnchors
{
    private static readonly string[] Endings = [".pem", ".crt", ".cer"];

    internal TrustAnchors(IEnumerable<X509Certificate2> certificates)
    {
        foreach (var certificate in certificates) (IsRoot(certificate) ? Roots : Intermediates).Add(certificate);
    }

    /// <summary>All certificates, to be embedded in signatures whose token does not hold its issuers'.</summary>
    public IEnumerable<X509Certificate2> Certificates => Roots.Concat(Intermediates);

    internal X509Certificate2Collection Roots { get; } = [];

    internal X509Certificate2Collection Intermediates { get; } = [];

    /// <summary>
    /// Reads the <c>.pem</c>, <c>.crt</c> and <c>.cer</c> files of a folder, of one or more certificates each. A self-signed
    /// certificate is a trusted root, every other one helps to find the path. Refused with a sentence where a file is no
    /// certificate or no root is among them.
    /// </summary>
    public static bool TryOpen(string folder, [NotNullWhen(true)] out TrustAnchors? anchors, out Bilingual refusal)
    {
        anchors = null;
        var certificates = new X509Certificate2Collection();
        var file = folder;
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder).Where(IsCertificate).Order(StringComparer.Ordinal))
            {
                file = path;
                Import(certificates, File.ReadAllBytes(path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            refusal = new(
                $"{file}: không đọc được, hoặc không phải chứng thư số. Để trong thư mục này chỉ các chứng thư số của nơi cấp (PEM hoặc DER).",
                $"{file}: not readable, or no certificate. Keep only certificates of issuers in this folder (PEM or DER).");
            return false;
        }

        anchors = new TrustAnchors(certificates);
        refusal = anchors.Roots.Count > 0 ? default : new(
            $"{folder}: không có chứng thư số gốc nào. Đặt vào đây chứng thư số gốc của nơi cấp, lấy từ trang chính thức của họ.",
            $"{folder}: there is no root certificate. Put the issuer's root here, from its official site.");
        if (anchors.Roots.Count == 0) anchors = null;
        return anchors is not null;
    }

    /// <summary>Whether a certificate is its own issuer's.</summary>
    internal static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static void Import(X509Certificate2Collection certificates, byte[] file)
    {
        if (file.AsSpan().IndexOf("-----BEGIN CERTIFICATE-----"u8) < 0)
        {
            certificates.Add(X509CertificateLoader.LoadCertificate(file));
            return;
        }

        certificates.ImportFromPem(System.Text.Encoding.ASCII.GetString(file));
    }

    private static bool IsCertificate(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
