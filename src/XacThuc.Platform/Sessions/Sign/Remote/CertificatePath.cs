using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>A signer's certificate and those of its issuers, the signer's first. An issuer's that cannot be read is left out.</summary>
internal sealed class CertificatePath : IDisposable
{
    /// <summary>Loads them; the first was loaded before.</summary>
    public CertificatePath(IEnumerable<byte[]> path) => Certificates = [.. path.Select(Load).OfType<X509Certificate2>()];

    /// <summary>As a request keeps them.</summary>
    public CertificatePath(string kept) : this(kept.Split('\n').Select(Convert.FromBase64String))
    {
    }

    /// <summary>The certificates.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; }

    public void Dispose()
    {
        foreach (var certificate in Certificates) certificate.Dispose();
    }

    private static X509Certificate2? Load(byte[] bytes)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(bytes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
