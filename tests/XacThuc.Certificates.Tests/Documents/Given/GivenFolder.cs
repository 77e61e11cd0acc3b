using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Checking;

namespace XacThuc.Certificates.Tests.Documents.Given;

/// <summary>A folder of its own with files, gone afterwards.</summary>
internal sealed class GivenFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-test-");

    public string Path => _folder.FullName;

    public string Add(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Add(string name, X509Certificate2 certificate) =>
        Add(name, System.Text.Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()));

    public TrustAnchors Anchors() => TrustAnchors.TryOpen(Path, out var anchors, out var refusal)
        ? anchors
        : throw new InvalidOperationException(refusal.En);

    public RevocationLists Lists() => RevocationLists.TryOpen(Path, out var lists, out var refusal)
        ? lists
        : throw new InvalidOperationException(refusal.En);

    public void Dispose() => _folder.Delete(recursive: true);
}
