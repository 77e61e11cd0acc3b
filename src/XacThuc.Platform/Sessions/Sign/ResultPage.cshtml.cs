using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Platform.Sessions.Sign.Remote;
using XacThuc.Platform.Signed;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Documents;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Sessions.Sign;

/// <summary>The results of a day in the administrative form, to be looked at, printed, downloaded and signed.</summary>
[Authorize(Policy = SessionsAccess.Read)]
[RequestSizeLimit(UploadFolder.Largest + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = UploadFolder.Largest)]
internal sealed class ResultPage(PlatformDb db, SignResult sign, DocumentTrust trust, RemoteWay remote, TimeProvider time) : PageModel
{
    /// <summary>The session.</summary>
    public VaccinationSession Session { get; private set; } = null!;

    /// <summary>The version that is shown.</summary>
    public SessionResult Kept { get; private set; } = null!;

    /// <summary>What it says, in the administrative form: read from the kept document and from nowhere else.</summary>
    public OfficialForm Form { get; private set; } = null!;

    /// <summary>All versions, without their content, the first one first.</summary>
    public IReadOnlyList<(int Version, bool IsSigned)> Versions { get; private set; } = [];

    /// <summary>Which version is asked for; the last where none is.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>What the signature comes to now; none where there is none.</summary>
    public string? Checked { get; private set; }

    /// <summary>Whether it is right.</summary>
    public bool IsRight { get; private set; }

    /// <summary>Whether whoever looks may sign.</summary>
    public bool MaySign { get; private set; }

    /// <summary>The service at which results can be signed; none where the house is connected to none.</summary>
    public string? Remote => remote.Service is null ? null : remote.Name;

    /// <summary>Whether this is a sample.</summary>
    public bool IsSample => trust.IsSample;

    /// <summary>Why it was not signed.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "day.result", $"day:{Session.Code}", Kept.Digest), stop);
        return Page();
    }

    /// <summary>The document, byte for byte as it is signed.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(long id, CancellationToken stop) =>
        await Export(id, stop) ? File(Encoding.UTF8.GetBytes(Kept.Content), "application/json", $"{NameOf(Kept)}.json") : NotFound();

    /// <summary>The form as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(long id, CancellationToken stop) =>
        await Export(id, stop) ? File(FormPdf.Of(Form), FormPdf.Type, $"{NameOf(Kept)}.pdf") : NotFound();

    /// <summary>Its doses as a workbook.</summary>
    public async Task<IActionResult> OnGetWorkbookAsync(long id, CancellationToken stop) =>
        await Export(id, stop) ? ResultWorkbook.Of(DayResult.Of(Kept.Content), NameOf(Kept)) : NotFound();

    /// <summary>The signature, as a file beside the document.</summary>
    public async Task<IActionResult> OnGetSignatureAsync(long id, CancellationToken stop) =>
        await Load(id, SignedIn.Get(User), stop) && Kept.Signature is { } signature
            ? File(signature, "application/pkcs7-signature", $"{NameOf(Kept)}.p7s")
            : NotFound();

    /// <summary>Brings a signature.</summary>
    public async Task<IActionResult> OnPostSignAsync(long id, IFormFile? file, CancellationToken stop)
    {
        return (await BroughtPapers.ReadSignature(file, stop)).TryGet(out var signature, out var refusal)
            ? await Done(id, (await sign.Bring(id, signature, SignedIn.Get(User), stop)).Refusal, stop)
            : await Done(id, refusal, stop);
    }

    /// <summary>Signs with a certificate of the sample.</summary>
    public async Task<IActionResult> OnPostSampleAsync(long id, CancellationToken stop) =>
        await Done(id, (await sign.BringSample(id, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Records minutes on paper.</summary>
    public async Task<IActionResult> OnPostMinutesAsync(long id, string? signer, IFormFile? file, CancellationToken stop)
    {
        if (file is null) return await Done(id, SignedRefusals.NoMinutes, stop);
        await using var scan = file.OpenReadStream();
        return await Done(id, (await sign.BringMinutes(id, signer ?? "", scan, file.FileName, SignedIn.Get(User), stop)).Refusal, stop);
    }

    private async Task<bool> Export(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return false;
        await db.Save(me.NewAct(time, "day.export", $"day:{Session.Code}", Kept.Digest), stop);
        return true;
    }

    private string NameOf(SessionResult result) => string.Create(CultureInfo.InvariantCulture, $"{Session.Code}-{result.Version}");

    private async Task<IActionResult> Done(long id, Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/sessions/{id}/result");
        db.ChangeTracker.Clear();
        if (!await Load(id, SignedIn.Get(User), stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSession(id, me, stop)).TryGet(out var session, out _)) return false;
        var versions = await db.Set<SessionResult>().AsNoTracking().Where(one => one.SessionId == id).OrderBy(one => one.Version)
            .Select(one => new { one.Version, IsSigned = one.SignedAt != null }).ToListAsync(stop);
        Versions = versions.ConvertAll(one => (one.Version, one.IsSigned));
        var kept = await db.Set<SessionResult>().AsNoTracking().Where(one => one.SessionId == id && (Version == null || one.Version == Version))
            .OrderByDescending(one => one.Version).FirstOrDefaultAsync(stop);
        if (kept is null) return false;
        db.ChangeTracker.Clear();
        (Session, Kept, Form) = (session, kept, ResultForm.Of(DayResult.Of(kept.Content)));
        MaySign = !kept.IsSigned && kept.Version == versions[^1].Version && session.State == SessionState.Closed && SessionsAccess.MaySign(me.Role);
        if (kept.Signature is null) return true;
        (Checked, IsRight) = sign.CheckAgain(kept).Match(
            check => (SignatureSentences.Of(check).ToString(), check is SignatureCheck.Right), refusal => (refusal.Sentence.ToString(), false));
        return true;
    }
}
