using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Certificates.Bundles;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Tests.Codes;
using XacThuc.Certificates.Tests.Hcert;
using XacThuc.Platform.Certificates.Keys;
using XacThuc.Platform.Verifier;
using Xunit;

namespace XacThuc.Journeys.Tests.Verifier;

/// <summary>The guards' app as the health house serves it, with lists of a test's making and what devices send.</summary>
internal sealed class GivenGate : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HouseKey _key = NewKey();

    private GivenGate(WebApplication app) => _app = app;

    public string Address => _app.Urls.First() + "/verifier/";

    public X509Certificate2 Own { get; } = Signer();

    /// <summary>Who signs tests alone.</summary>
    public X509Certificate2 ForTests { get; } = Signer("1.3.6.1.4.1.1847.2021.1.1");

    public HouseKey Personal { get; } = NewKey();

    public GivenHealthCards HealthCards { get; } = new();

    /// <summary>What the next bundle says; none: there is none to fetch.</summary>
    public VerifierBundle? Bundle { get; set; }

    /// <summary>Who signs it; another than the devices know where a test says so.</summary>
    public HouseKey? SignedBy { get; set; }

    public bool IsSwitchedOff { get; set; }

    public string? Status { get; set; }

    public List<JsonElement> Scans { get; } = [];

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static async Task<GivenGate> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting().AddAuthorization();
        var app = builder.Build();
        var gate = new GivenGate(app);
        gate.Bundle = gate.NewBundle();
        app.MapVerifier();
        app.MapGet("/verifier/api/key", () => Results.Json(new { keys = new[] { gate._key.Jwk } }));
        app.MapGet("/verifier/api/bundle", () => gate.Bundle is { } bundle ? Results.Text(BundleWriter.Write(bundle, (gate.SignedBy ?? gate._key).Id, data => (gate.SignedBy ?? gate._key).Sign(data.Span))) : Results.StatusCode(503));
        app.MapGet("/verifier/api/revocations/{name}", (string name) => gate.Bundle?.Revoked is { } list && BundleWriter.NameOf(list).Equals(name, StringComparison.Ordinal) ? Results.Bytes(list.File.ToArray()) : Results.NotFound());
        app.MapPost("/verifier/api/devices", (JsonElement asked) => asked.GetProperty("token").GetString() is "used"
            ? Results.Json(new { title = "Liên kết này đã được dùng." }, statusCode: (int)HttpStatusCode.Gone)
            : Results.Json(new { device = "1", secret = "s3cret", place = new { code = "P1", name = "Cổng chợ Đồng Đăng", unit = "UBND thị trấn Đồng Đăng" }, bundleKeys = new[] { gate._key.Jwk } }, statusCode: (int)HttpStatusCode.Created));
        app.MapGet("/verifier/api/device", () => gate.IsSwitchedOff ? Results.StatusCode(403) : Results.Json(new { on = true }));
        app.MapPost("/verifier/api/scans", gate.Keep);
        app.MapPost("/verifier/api/status", () => gate.Status is { } status ? Results.Text(status, "application/json") : Results.Json(new { known = false }));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return gate;
    }

    public VerifierBundle NewBundle(params string[] revoked) => new("VN", Now.AddMinutes(-10), Now.AddDays(1), Trust())
    {
        BundleKeys = [new BundleKey(_key.Id, _key.Jwk)],
        PersonalKeys = [new BundleKey(Personal.Id, Personal.Jwk)],
        Revoked = RevocationList.Make(revoked.Select(RevocationHash.OfId), Now),
    };

    /// <summary>A certificate that was issued a day ago.</summary>
    public string Certificate() => GivenSigner.Text(Own, GivenSigner.Vaccinated(), Now.AddDays(-1));

    public static HouseKey NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new HouseKey(key.ExportParameters(includePrivateParameters: true));
    }

    public async ValueTask DisposeAsync()
    {
        Own.Dispose();
        ForTests.Dispose();
        HealthCards.Dispose();
        await _app.DisposeAsync();
    }

    // Good now: those of the library's tests are of the year of their vectors.
    public static X509Certificate2 Signer(params string[] uses)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("C=VN, CN=DSC", key, HashAlgorithmName.SHA256);
        if (uses.Length > 0) request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. uses.Select(use => new Oid(use))], critical: false));
        return request.CreateSelfSigned(Now.AddYears(-2), Now.AddYears(2));
    }

    private TrustList Trust() =>
        TrustList.TryRead(System.Text.Encoding.ASCII.GetBytes(Own.ExportCertificatePem() + "\n" + ForTests.ExportCertificatePem()), out var trust) ? trust.With(HealthCards.Trust) : throw new InvalidOperationException("No list.");

    private IResult Keep(HttpContext http, JsonElement sent)
    {
        if (IsSwitchedOff) return Results.StatusCode(403);
        if (!http.Request.Headers.Authorization.ToString().Equals("Bearer s3cret", StringComparison.Ordinal)) return Results.StatusCode(401);
        var scans = sent.GetProperty("scans").EnumerateArray().ToList();
        lock (Scans) Scans.AddRange(scans);
        return Results.Json(new { kept = scans.Select(scan => scan.GetProperty("id").GetString()) });
    }
}
