using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Certificates.Bundles;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Hcert.Writing;
using XacThuc.Platform.Certificates.Issue;
using XacThuc.Platform.Certificates.Keys;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Certificates.Publish;

/// <summary>What is published at a moment.</summary>
/// <param name="At">When it was made.</param>
/// <param name="Bundle">What guards' devices carry, signed.</param>
/// <param name="Revoked">What was taken back.</param>
internal sealed record Published(DateTimeOffset At, string Bundle, RevocationList Revoked);

/// <summary>
/// Makes the lists by which anybody checks our certificates: keys of the own signers and of those whom the operator believes (folder <c>certificates/trust</c>), what
/// was taken back, rules (folder <c>certificates/rules</c>; the sample has two). Made anew after a minute.
/// </summary>
internal sealed class PublishedLists(CertificateSigners signers, HouseKeys keys, HouseSettings settings, IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StaleAfter = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Published? _last;
    private RevocationList? _before;

    /// <summary>What is published now.</summary>
    public async Task<Published> Get(CancellationToken stop)
    {
        if (_last is { } last && time.GetUtcNow() - last.At < Fresh) return last;
        await _gate.WaitAsync(stop);
        try
        {
            if (_last is { } other && time.GetUtcNow() - other.At < Fresh) return other;
            var made = await Make(stop);
            if (_last is { } old && !old.Revoked.File.Span.SequenceEqual(made.Revoked.File.Span)) _before = old.Revoked;
            return _last = made;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A list of what was taken back by its name: the present one, and the one before it, which a device may just have been told of.</summary>
    public async Task<RevocationList?> FindRevoked(string name, CancellationToken stop)
    {
        var now = (await Get(stop)).Revoked;
        return ((RevocationList?[])[now, _before]).FirstOrDefault(list => list is not null && BundleWriter.NameOf(list).Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The own signers' certificates, for those who check ours: as the European gateway publishes them.</summary>
    public byte[] TrustJson() => JsonSerializer.SerializeToUtf8Bytes(signers.Published().Select(one => new
    {
        kid = Convert.ToBase64String(HcertSigner.KeyIdOf(one)),
        country = CertificateIssuer.Country,
        certificateType = "DSC",
        rawData = Convert.ToBase64String(one.RawDataMemory.Span),
    }));

    public void Dispose() => _gate.Dispose();

    private async Task<Published> Make(CancellationToken stop)
    {
        var now = CertificateIssuer.Second(time.GetUtcNow());
        var revoked = await Revoked(now, stop);
        var rules = Files("rules", "*.json").Select(file => JsonElement.Parse(File.ReadAllText(file))).Concat(settings.IsSample ? [SampleRules()] : []).SelectMany(Each).ToList();
        var bundle = new VerifierBundle(CertificateIssuer.Country, now, now + StaleAfter, Trust())
        {
            BundleKeys = [.. keys.Known(KeyUse.Bundles).Select(key => new BundleKey(key.Id, key.Jwk))],
            PersonalKeys = [.. keys.Known(KeyUse.PersonalCodes).Select(key => new BundleKey(key.Id, key.Jwk))],
            Rules = [.. rules.Where(one => !one.TryGetProperty("valueSetId", out _))],
            ValueSets = [.. rules.Where(one => one.TryGetProperty("valueSetId", out _))],
            Revoked = revoked,
        };
        var signer = keys.Active(KeyUse.Bundles);
        var text = BundleWriter.Write(bundle, signer.Id, bytes => signer.Sign(bytes.Span));
        return new Published(now, text, revoked);
    }

    private TrustList Trust()
    {
        var pem = new StringBuilder();
        foreach (var one in signers.Published()) pem.AppendLine(one.ExportCertificatePem());
        var own = TrustList.TryRead(Encoding.ASCII.GetBytes(pem.ToString()), out var list) ? list : TrustList.Empty;
        return Files("trust", "*").Aggregate(own, (all, file) => TrustList.TryRead(File.ReadAllBytes(file), out var more) ? all.With(more) : all);
    }

    // By its id alone: whoever reads the list learns of nobody, and a certificate is on it once. As of the last that was taken back, so that a list on which nothing
    // changed is the same file and is not fetched again.
    private async Task<RevocationList> Revoked(DateTimeOffset now, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var ended = await db.Set<IssuedCertificate>().AsNoTracking().Where(one => one.State != CertificateState.Valid && one.ExpiresAt > now).Select(one => new { one.Uvci, one.EndedAt }).ToListAsync(stop);
        return RevocationList.Make(ended.Select(one => RevocationHash.OfId(one.Uvci)), ended.Max(one => one.EndedAt) ?? DateTimeOffset.UnixEpoch);
    }

    private IEnumerable<string> Files(string folder, string names)
    {
        var path = Path.Combine(settings.Folder, "certificates", folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, names).Order(StringComparer.Ordinal) : [];
    }

    private static IEnumerable<JsonElement> Each(JsonElement part) => part.ValueKind == JsonValueKind.Array ? part.EnumerateArray().SelectMany(Each) : part.ValueKind == JsonValueKind.Object ? [part] : [];

    private static JsonElement SampleRules()
    {
        using var file = typeof(PublishedLists).Assembly.GetManifestResourceStream("certificates/sample-rules.json")!;
        using var read = JsonDocument.Parse(file);
        return read.RootElement.Clone();
    }
}
