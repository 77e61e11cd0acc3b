using System.CommandLine;
using System.Security.Cryptography;
using XacThuc.Exchange;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Houses.House;

/// <summary>The three files of mutual TLS at the border: all of them or none.</summary>
internal sealed class TlsOptions
{
    private readonly Option<string?> _certificate = new("--border-certificate") { Description = "Mutual TLS: the house's certificate (PEM)" };
    private readonly Option<string?> _key = new("--border-key") { Description = "Mutual TLS: the key of the certificate (PEM)" };
    private readonly Option<string?> _partner = new("--border-partner-certificate")
    {
        Description = "Mutual TLS: the other house's certificate, or the present and the coming one (PEM)",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_certificate, _key, _partner]) command.Add(option);
    }

    /// <summary>The files, read once so that a wrong one is told before the house is served.</summary>
    /// <returns>The files, none where none is named; or why they cannot be used.</returns>
    public (BorderTls? Tls, string? Problem) Read(ParseResult parsed, Uri own)
    {
        var files = (string?[])[parsed.GetValue(_certificate), parsed.GetValue(_key), parsed.GetValue(_partner)];
        if (files.All(file => file is null)) return (null, null);
        if (files is not [{ } certificate, { } key, { } partner])
            return (null, Speech.Say(
                "TLS hai chiều cần đủ ba tệp: --border-certificate, --border-key, --border-partner-certificate.",
                "Mutual TLS needs all three files: --border-certificate, --border-key, --border-partner-certificate."));
        if (!string.Equals(own.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
            return (null, Speech.Say(
                $"Có chứng thư thì địa chỉ phải bắt đầu bằng https, không phải {own}",
                $"With certificates the address starts with https, unlike {own}"));
        var tls = new BorderTls(certificate, key, partner);
        try
        {
            tls.Check();
            return (tls, null);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return (null, Speech.Say(
                $"Không đọc được chứng thư hoặc khoá ({certificate}, {key}, {partner}). Cần tệp PEM, khoá đúng của chứng thư.",
                $"Certificates or key cannot be read ({certificate}, {key}, {partner}). PEM files are needed, and the key of the certificate."));
        }
    }
}
