using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using XacThuc.Certificates.Documents.Sample;
using XacThuc.Certificates.Documents.Tokens;
using XacThuc.Certificates.Hcert.Writing;
using XacThuc.Exchange.Signing;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Certificates.Keys;

/// <summary>
/// The keys that certificates are signed with, in <c>certificates/signers</c> below the house's folder. <c>NAME.pem</c> is a certificate with its
/// private key; <c>NAME.json</c> names a token, <c>{"module","label" or "serial","pinFile"}</c>, beside <c>NAME.cer</c>, its certificate. The newest that outlives
/// what it signs is used: to rotate is to put another one there. All stay on the list that is published until they are over.
/// </summary>
internal sealed class CertificateSigners(HouseSettings settings, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private (string File, DateTime Written, SignerPool Pool)? _open;

    private string Folder => Path.Combine(settings.Folder, "certificates", "signers");

    /// <summary>The certificates of all signers that are not over, the newest first: whom verifiers believe.</summary>
    public IReadOnlyList<X509Certificate2> Published()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return [.. All().Select(one => one.Certificate).Where(certificate => certificate.NotAfter.ToUniversalTime() > now)];
    }

    /// <summary>The key that signs what is good between two moments.</summary>
    public Result<SignerPool> Open(DateTimeOffset from, DateTimeOffset until)
    {
        lock (_gate)
        {
            if (All().FirstOrDefault(one => one.Certificate.NotBefore.ToUniversalTime() <= from.UtcDateTime && one.Certificate.NotAfter.ToUniversalTime() >= until.UtcDateTime) is not { File: { } file } found)
                return CertificatesRefusals.NoSigner;
            var written = File.GetLastWriteTimeUtc(file);
            if (_open is { } open && open.File.Equals(file, StringComparison.Ordinal) && open.Written == written) return open.Pool;

            // Whoever signs with the one before still may: it is let go when nobody holds it.
            if (Open(file, found.Certificate) is not { } pool) return CertificatesRefusals.SignerFailed;
            _open = (file, written, pool);
            return pool;
        }
    }

    public void Dispose() => _open?.Pool.Dispose();

    private List<(string File, X509Certificate2 Certificate)> All()
    {
        if (settings.IsSample) CreateSample();
        var found = KeyFiles().ConvertAll(file => (File: file, Certificate: IsOnToken(file)
            ? X509CertificateLoader.LoadCertificateFromFile(Path.ChangeExtension(file, ".cer")) : X509Certificate2.CreateFromPem(File.ReadAllText(file))));
        found.Sort((one, other) => (other.Certificate.NotBefore, other.File).CompareTo((one.Certificate.NotBefore, one.File)));
        return found;
    }

    private List<string> KeyFiles() =>
        Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*.pem"), .. Directory.EnumerateFiles(Folder, "*.json")] : [];

    // Where it is on one, its file says how to find it.
    private static bool IsOnToken(string file) => file.EndsWith(".json", StringComparison.Ordinal);

    private void CreateSample()
    {
        lock (_gate)
        {
            if (KeyFiles().Count > 0) return;
            Directory.CreateDirectory(Folder);
            using var authority = SampleAuthority.Open(Path.Combine(settings.Folder, "sample-authority"), time.GetUtcNow());
            WholeFile.WriteSecret(Path.Combine(Folder, "sample.pem"), Encoding.UTF8.GetBytes(authority.IssueSigner("Bộ Y tế (mẫu thử)", time.GetUtcNow())));
        }
    }

    private SignerPool? Open(string file, X509Certificate2 certificate)
    {
        try
        {
            if (!IsOnToken(file))
                return new SignerPool(certificate, () => new HcertSigner(X509Certificate2.CreateFromPem(File.ReadAllText(file), File.ReadAllText(file))));
            var token = JsonSerializer.Deserialize<TokenJson>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
            var address = token.Label is { } label ? TokenAddress.ByLabel(token.Module, label) : TokenAddress.BySerial(token.Module, token.Serial ?? "");
            var pin = File.ReadAllText(Path.Combine(Folder, token.PinFile)).AsSpan().Trim();
            return TokenKeys.TryOpen(address, pin, [], out var key, out _) ? new SignerPool(key.Certificate, new HcertSigner(key)) : null;
        }
        catch (Exception unusable) when (unusable is CryptographicException or IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    private sealed record TokenJson(string Module, string? Label, string? Serial, string PinFile);
}
