using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace XacThuc.Exchange;

/// <summary>Mutual TLS between the houses: each knows the other's certificate. PEM files.</summary>
/// <param name="CertificateFile">The house's own certificate.</param>
/// <param name="KeyFile">Its private key.</param>
/// <param name="PartnerCertificateFile">The partner's certificate; the coming one too, while it changes.</param>
public sealed record BorderTls(string CertificateFile, string KeyFile, string PartnerCertificateFile)
{
    private readonly Lazy<X509Certificate2Collection> _partner = new(() =>
    {
        var known = new X509Certificate2Collection();
        known.ImportFromPemFile(PartnerCertificateFile);
        return known;
    });

    /// <summary>Reads all three files.</summary>
    /// <exception cref="CryptographicException">One is not what it should be, or the key is another certificate's.</exception>
    /// <exception cref="IOException">One is not there.</exception>
    public void Check()
    {
        using var own = Own();
        if (_partner.Value.Count == 0) throw new CryptographicException("The partner's file has no certificate.");
    }

    internal X509Certificate2 Own()
    {
        using var pem = X509Certificate2.CreateFromPemFile(CertificateFile, KeyFile);

        // Not every platform's TLS takes a key that exists in memory only.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>Whether a certificate is the partner's, as a whole: who has signed it does not matter.</summary>
    internal bool IsPartner(X509Certificate? shown) =>
        shown is not null && _partner.Value.Any(known => known.RawData.AsSpan().SequenceEqual(shown.GetRawCertData()));
}

/// <summary>Lets a Kestrel endpoint speak TLS as the border needs it.</summary>
public static class BorderTlsListening
{
    /// <summary>
    /// HTTPS with the house's certificate. A certificate is asked for, but browsers without one are served too: the border
    /// itself refuses whoever does not carry the partner's.
    /// </summary>
    public static ListenOptions UseBorderTls(this ListenOptions listen, BorderTls tls) => listen.UseHttps(https =>
    {
        https.ServerCertificate = tls.Own();
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.AllowAnyClientCertificate();
    });
}
