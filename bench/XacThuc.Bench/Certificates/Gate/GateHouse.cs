using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Certificates.Bundles;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Hcert.Writing;
using XacThuc.Platform.Certificates.Keys;
using XacThuc.Platform.Verifier;

namespace XacThuc.Bench.Certificates.Gate;

/// <summary>The guards' app as the health house serves it, with one trusted issuer.</summary>
internal sealed class GateHouse : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly WebApplication _app;
    private readonly X509Certificate2 _own;
    private readonly HcertSigner _signer;

    private GateHouse(WebApplication app, X509Certificate2 own) => (_app, _own, _signer) = (app, own, new HcertSigner(own));

    public string Address => _app.Urls.First() + "/verifier/";

    public static async Task<GateHouse> Open()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = new CertificateRequest("C=VN, CN=DSC", key, HashAlgorithmName.SHA256).CreateSelfSigned(Now.AddYears(-1), Now.AddYears(1));
        using var house = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signs = new HouseKey(house.ExportParameters(includePrivateParameters: true));
        if (!TrustList.TryRead(own.RawData, out var trust)) throw new InvalidOperationException("No list.");
        var bundle = BundleWriter.Write(new VerifierBundle("VN", Now, Now.AddDays(1), trust) { BundleKeys = [new BundleKey(signs.Id, signs.Jwk)] }, signs.Id, data => signs.Sign(data.Span));

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting().AddAuthorization();
        var app = builder.Build();
        app.MapVerifier();
        app.MapGet("/verifier/api/key", () => Results.Json(new { keys = new[] { signs.Jwk } }));
        app.MapGet("/verifier/api/bundle", () => Results.Text(bundle));
        await app.StartAsync();
        return new GateHouse(app, own);
    }

    /// <summary>What that person is called: by it the verdict is known to be of this code.</summary>
    public static string NameOf(int nth) => "Lý Thị " + string.Concat(nth.ToString("00000", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    /// <summary>A certificate of a person that nobody is, each another.</summary>
    public string Certificate(int nth) => HcertWriter.Write(
        new Dcc(DccName.OfVietnamese(NameOf(nth)), "1956-02-11", new DccEntry.Vaccination(
            new DccIssued("840539006", "VN", "Ban Co Yeu", $"URN:UVCI:01:VN:{Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes(nth)))[..32]}"),
            "1119349007", "EU/1/20/1528", "ORG-100030215", 2, 2, new DateOnly(2021, 9, 18))), "VN", Now.AddDays(-1), Now.AddYears(1), _signer);

    public async ValueTask DisposeAsync()
    {
        _signer.Dispose();
        _own.Dispose();
        await _app.DisposeAsync();
    }
}
