using System.Security.Cryptography;
using System.Text;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Documents.Sample;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Signed;

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
        if (!TrustAnchors.TryOpen(folder, out var anchors, out var sentence)) return SignedRefusals.NoTrust(sentence);
        var crls = Path.Combine(settings.Folder, "document-crl");
        var lists = RevocationLists.None;
        if (Directory.Exists(crls) && !RevocationLists.TryOpen(crls, out lists, out sentence)) return SignedRefusals.NoTrust(sentence);
        return new SignatureChecker(anchors, lists!);
    }

    /// <summary>Whose signature over a document this is, if it is right and by somebody whom the house believes, as of a moment.</summary>
    public Result<DocumentSigner> Judge(string content, byte[] signature, DateTimeOffset at)
    {
        if (!Open().TryGet(out var checker, out var refusal)) return refusal;
        var check = checker.Check(Encoding.UTF8.GetBytes(content), signature, at);
        if (check is not SignatureCheck.Right right) return SignedRefusals.NotRight(SignatureSentences.Of(check));
        var holder = right.Signer.Holder;
        return new DocumentSigner(holder.CommonName, holder.Organisation ?? "", holder.Serial, right.Signer.SignedAt.ToUniversalTime());
    }

    /// <summary>Signs with a certificate of the sample's own, made for the moment: to try the way, not to prove anything.</summary>
    public Result<byte[]> SignAsSample(string content, string name, string organisation)
    {
        if (!IsSample) return SignedRefusals.NotASample;
        using var authority = OpenSample();
        var (password, now) = (Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), time.GetUtcNow());
        if (!KeyFiles.TryRead(authority.Issue(name, organisation, password, now), password, out var key, out var why)) return SignedRefusals.NotRight(KeyRefusals.SentenceOf(why));
        using (key)
        {
            return key.TrySign(Encoding.UTF8.GetBytes(content), now, out var signature, out why) ? signature : SignedRefusals.NotRight(KeyRefusals.SentenceOf(why));
        }
    }

    /// <summary>The sample's own authority.</summary>
    public SampleAuthority OpenSample() => SampleAuthority.Open(SampleFolder, time.GetUtcNow());
}

/// <summary>Who signed a document.</summary>
/// <param name="Name">The certificate's name.</param>
/// <param name="Organisation">For which body.</param>
/// <param name="Serial">Serial number of the certificate.</param>
/// <param name="SignedAt">When, as the signature says.</param>
internal sealed record DocumentSigner(string Name, string Organisation, string Serial, DateTimeOffset SignedAt);
