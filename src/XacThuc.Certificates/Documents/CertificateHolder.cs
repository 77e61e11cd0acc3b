using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Documents;

/// <summary>Who a certificate was issued to, by whom. Letters that are none (line ends, escapes) are shown as U+FFFD.</summary>
/// <param name="CommonName">The subject's common name; empty where it has none.</param>
/// <param name="Organisation">The subject's organisation; none for a person on their own.</param>
/// <param name="Serial">The serial number in upper-case hexadecimal.</param>
/// <param name="Issuer">The issuer's common name, or else its organisation.</param>
public sealed record CertificateHolder(string CommonName, string? Organisation, string Serial, string Issuer)
{
    private const string CommonNameOid = "2.5.4.3";
    private const string OrganisationOid = "2.5.4.10";

    /// <summary>Who this certificate names. That it does proves nothing before its path is checked.</summary>
    public static CertificateHolder Of(X509Certificate2 certificate) => new(
        Find(certificate.SubjectName, CommonNameOid) ?? "", Find(certificate.SubjectName, OrganisationOid),
        Convert.ToHexString(certificate.SerialNumberBytes.Span),
        Find(certificate.IssuerName, CommonNameOid) ?? Find(certificate.IssuerName, OrganisationOid) ?? "");

    private static string? Find(X500DistinguishedName name, string oid)
    {
        try
        {
            var part = name.EnumerateRelativeDistinguishedNames(reversed: false)
                .FirstOrDefault(part => !part.HasMultipleElements && string.Equals(part.GetSingleElementType().Value, oid, StringComparison.Ordinal));
            return part?.GetSingleElementValue() is { } value ? Plain(value) : null;
        }
        catch (CryptographicException)
        {
            // The name is in a form nobody can read.
            return null;
        }
    }

    private static string Plain(string value) =>
        string.Concat(value.Select(letter => char.IsControl(letter) || IsDirection(letter) ? '\uFFFD' : letter));

    // Marks that turn the direction of writing make one name look like another.
    private static bool IsDirection(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
