using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Documents.Sample;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Sessions.Sign;

/// <summary>
/// Whose certificates a house believes: those in its folder <c>document-trust</c>, with the revocation lists of
/// <c>document-crl</c>, which the operator fills. The sample has an authority of its own.
/// </summary>
internal sealed class DocumentTrust(HouseSettings settings, TimeProvider time)
{
    private string SampleFolder => Path.Combine(settings.Folder, "sample-authority");

    /// <summary>Whether this house is a sample, whose people may sign with certificates that prove nothing.</summary>
    public bool IsSample => settings.IsSample;

    /// <summary>A checker with what is trusted now.</summary>
    public Result<SignatureChecker> Open()
    {
        var folder = Path.Combine(settings.Folder, "document-trust");
        if (settings.IsSample) folder = OpenSample().TrustFolder;
        Directory.CreateDirectory(folder);
        if (!TrustAnchors.TryOpen(folder, out var anchors, out var sentence)) return SignRefusals.NoTrust(sentence);
        var crls = Path.Combine(settings.Folder, "document-crl");
        var lists = RevocationLists.None;
        if (Directory.Exists(crls) && !RevocationLists.TryOpen(crls, out lists, out sentence)) return SignRefusals.NoTrust(sentence);
        return new SignatureChecker(anchors, lists!);
    }

    /// <summary>The sample's own authority.</summary>
    public SampleAuthority OpenSample() => SampleAuthority.Open(SampleFolder, time.GetUtcNow());
}
