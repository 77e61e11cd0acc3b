using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Platform.Tests.Certificates;

/// <summary>Keys that an operator puts into the house's folder.</summary>
internal static class GivenSigner
{
    /// <summary>A certificate and its key, good since so long and for so many years; for half a year where they are none.</summary>
    public static string Pem(TimeSpan since, int years)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=DSC, C=VN", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var own = request.CreateSelfSigned(now - since - TimeSpan.FromMinutes(1), years == 0 ? now.AddMonths(6) : now.AddYears(years));
        return own.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
