using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Hcert.Writing;

namespace XacThuc.Certificates.Tests.Hcert;

/// <summary>Signers of our own, and certificates of people that nobody is.</summary>
internal static class GivenSigner
{
    public static readonly DateTimeOffset Issued = new(2021, 12, 20, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Expires = Issued.AddMonths(12);

    public static X509Certificate2 Ec(params string[] uses) => Certificate(new CertificateRequest("C=VN, CN=DSC", ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256), uses);

    public static X509Certificate2 Rsa(params string[] uses) => Certificate(new CertificateRequest("C=VN, CN=DSC", RSA.Create(2048), HashAlgorithmName.SHA256, RSASignaturePadding.Pss), uses);

    public static Dcc Vaccinated(string name = "Lý Thị Mẩy") => new(DccName.OfVietnamese(name), "1956-02-11", new DccEntry.Vaccination(
        new DccIssued("840539006", "VN", "Ban Co Yeu", "URN:UVCI:01:VN:0123456789ABCDEF0123456789ABCDEF"), "1119349007", "EU/1/20/1528", "ORG-100030215", 2, 2, new DateOnly(2021, 9, 18)));

    public static Dcc Tested(DateTimeOffset takenAt, string result = "260415000") => new(DccName.OfVietnamese("Nông Văn Đức"), "1990", new DccEntry.Test(
        new DccIssued("840539006", "VN", "Ban Co Yeu", "URN:UVCI:01:VN:1"), "LP217198-3", Name: null, "1173", takenAt, result, "Trạm Y tế Đồng Đăng"));

    public static Dcc Recovered() => new(DccName.OfVietnamese("Hoàng Thị Ơn"), "1990-05", new DccEntry.Recovery(
        new DccIssued("840539006", "VN", "Ban Co Yeu", "URN:UVCI:01:VN:2"), new DateOnly(2021, 8, 1), new DateOnly(2021, 8, 12), new DateOnly(2022, 1, 28)));

    public static string Text(X509Certificate2 own, Dcc certificate, DateTimeOffset? issued = null)
    {
        using var signer = new HcertSigner(own);
        return HcertWriter.Write(certificate, "VN", issued ?? Issued, (issued ?? Issued).AddMonths(12), signer);
    }

    private static X509Certificate2 Certificate(CertificateRequest request, string[] uses)
    {
        if (uses.Length > 0) request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. uses.Select(use => new Oid(use))], critical: false));
        return request.CreateSelfSigned(Issued.AddMonths(-6), Issued.AddYears(2));
    }
}
