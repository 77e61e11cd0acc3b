using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Signed;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Documents;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Certificates.Confirm;

/// <summary>A list of doses in the administrative form, to be looked at, printed, downloaded and signed.</summary>
[Authorize(Policy = CertificatesAccess.Look)]
[RequestSizeLimit(UploadFolder.Largest + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = UploadFolder.Largest)]
internal sealed class ConfirmationPage(PlatformDb db, SignConfirmation sign, DocumentTrust trust, TimeProvider time) : PageModel
{
    /// <summary>The list.</summary>
    public DoseConfirmation List { get; private set; } = null!;

    /// <summary>What it says: read from the kept document and from nowhere else.</summary>
    public OfficialForm Form { get; private set; } = null!;

    /// <summary>Whether whoever looks may sign.</summary>
    public bool MaySign => List.SignedAt is null && CertificatesAccess.MaySign(SignedIn.Get(User).Role);

    /// <summary>Whether this is a sample.</summary>
    public bool IsSample => trust.IsSample;

    /// <summary>Why it was not signed.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop) => await Load(code, "confirmation.view", stop) ? Page() : NotFound();

    /// <summary>The document, byte for byte as it is signed.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(string code, CancellationToken stop) =>
        await Load(code, "confirmation.export", stop) ? File(Encoding.UTF8.GetBytes(List.Content), "application/json", $"{List.Code}.json") : NotFound();

    /// <summary>The form as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(string code, CancellationToken stop) =>
        await Load(code, "confirmation.export", stop) ? File(FormPdf.Of(Form), FormPdf.Type, $"{List.Code}.pdf") : NotFound();

    /// <summary>The signature, as a file beside the document.</summary>
    public async Task<IActionResult> OnGetSignatureAsync(string code, CancellationToken stop) =>
        await Load(code, "confirmation.export", stop) && List.Signature is { } signature ? File(signature, "application/pkcs7-signature", $"{List.Code}.p7s") : NotFound();

    /// <summary>Brings a signature.</summary>
    public async Task<IActionResult> OnPostSignAsync(string code, IFormFile? file, CancellationToken stop)
    {
        return (await BroughtPapers.ReadSignature(file, stop)).TryGet(out var signature, out var refusal)
            ? await Done(code, (await sign.Bring(code, signature, SignedIn.Get(User), stop)).Refusal, stop)
            : await Done(code, refusal, stop);
    }

    /// <summary>Signs with a certificate of the sample.</summary>
    public async Task<IActionResult> OnPostSampleAsync(string code, CancellationToken stop) =>
        await Done(code, (await sign.BringSample(code, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Records minutes on paper.</summary>
    public async Task<IActionResult> OnPostMinutesAsync(string code, string? signer, IFormFile? file, CancellationToken stop)
    {
        if (file is null) return await Done(code, SignedRefusals.NoMinutes, stop);
        await using var scan = file.OpenReadStream();
        return await Done(code, (await sign.BringMinutes(code, signer ?? "", scan, file.FileName, SignedIn.Get(User), stop)).Refusal, stop);
    }

    private async Task<IActionResult> Done(string code, Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/certificates/confirm/{code}");
        db.ChangeTracker.Clear();
        if (!await Load(code, "confirmation.view", stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(string code, string kind, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindConfirmation(code, me, stop)).TryGet(out var list, out _)) return false;
        db.ChangeTracker.Clear();
        (List, Form) = (list, ConfirmationForm.Of(ConfirmedDoses.Of(list.Content)));
        await db.Save(me.NewAct(time, kind, $"confirmation:{list.Code}", list.Digest), stop);
        return true;
    }
}
