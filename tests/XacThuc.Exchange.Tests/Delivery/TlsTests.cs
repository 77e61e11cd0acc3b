using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Exchange.Tests.Houses;
using Xunit;

namespace XacThuc.Exchange.Tests.Delivery;

public sealed class TlsTests
{
    [Fact]
    public async Task Houses_that_know_each_others_certificate_talk()
    {
        await using var houses = await TwoHouses.Open(before: both => Certify(both, both.Asking.Folder));

        var answer = await houses.Asking.Ask(new Question("?"));

        Assert.Equal("answered", answer.Outcome());
    }

    [Fact]
    public async Task A_house_with_another_certificate_gets_no_answer()
    {
        await using var houses = await TwoHouses.Open(before: both =>
        {
            Certify(both, both.Asking.Folder);
            var other = both.Asking.Tls!;
            MakeCertificate(other.CertificateFile, other.KeyFile);
        });

        var answer = await houses.Asking.Ask(new Question("?"));

        Assert.Equal("unreachable", answer.Outcome());
        Assert.Equal(0, houses.Answering.Asked.Times);
    }

    private static void Certify(TwoHouses houses, string folder)
    {
        string At(string name) => Path.Combine(folder, name);
        MakeCertificate(At("asking.crt"), At("asking.key"));
        MakeCertificate(At("answering.crt"), At("answering.key"));
        File.Copy(At("asking.crt"), At("known-asking.crt"));
        houses.Asking.Tls = new BorderTls(At("asking.crt"), At("asking.key"), At("answering.crt"));
        houses.Answering.Tls = new BorderTls(At("answering.crt"), At("answering.key"), At("known-asking.crt"));
    }

    private static void MakeCertificate(string certificateFile, string keyFile)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=house", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
    }
}
