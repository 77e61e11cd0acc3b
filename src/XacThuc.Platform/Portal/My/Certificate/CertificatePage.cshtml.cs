using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Certificates.Give;
using XacThuc.Platform.Certificates.Issue;
using XacThuc.Platform.Certificates.Print;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;
using XacThuc.Web.Documents;

namespace XacThuc.Platform.Portal.My.Certificate;

/// <summary>The certificate on the citizen's phone: shown, downloaded, issued where all is right, or what is missing.</summary>
internal sealed class CertificatePage(PlatformDb db, CitizenSessions sessions, MyRecords records, IssueOne issue, TimeProvider time) : PageModel
{
    /// <summary>The record.</summary>
    public SeenRecord Seen { get; private set; } = null!;

    /// <summary>What there is to give.</summary>
    public Givable Givable { get; private set; } = null!;

    /// <summary>The certificate as people see it; none where none stands.</summary>
    public ProofSheet? Proof { get; private set; }

    /// <summary>Why it was not issued.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        return await Load(citizen, reference, "record.own_view", stop) ? Page() : NotFound();
    }

    /// <summary>Issues it.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out _) || !seen.MayAct) return NotFound();
        if ((await issue.Run(seen.Record, seen.Actor, stop)).Refusal is not { } refusal) return LocalRedirect($"/portal/my/{reference}/certificate");
        db.ChangeTracker.Clear();
        if (!await Load(citizen, reference, "record.own_view", stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    /// <summary>To print.</summary>
    public Task<IActionResult> OnPostPdfAsync(string reference, CancellationToken stop) => Give(reference, proof => File(proof.ToPdf(), FormPdf.Type, "chung-nhan.pdf"), stop);

    /// <summary>The code as a picture.</summary>
    public Task<IActionResult> OnPostPictureAsync(string reference, CancellationToken stop) => Give(reference, proof => File(proof.ToPicture(), ProofSheet.PictureType, "chung-nhan-qr.png"), stop);

    /// <summary>A card for the phone.</summary>
    public Task<IActionResult> OnPostCardAsync(string reference, CancellationToken stop) => Give(reference, proof => File(proof.ToCard(), ProofSheet.PictureType, "chung-nhan-the.png"), stop);

    private async Task<IActionResult> Give(string reference, Func<ProofSheet, IActionResult> what, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        return await Load(citizen, reference, "certificate.own_download", stop) && Proof is { } proof ? what(proof) : NotFound();
    }

    private async Task<bool> Load(Citizen citizen, string reference, string kind, CancellationToken stop)
    {
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out _) || !seen.MayAct) return false;
        (Seen, Givable) = (seen, await Givable.Of(db, seen.Record, time.GetUtcNow(), stop));
        Proof = Givable.Standing is { } standing ? ShownCertificate.Of(standing) : null;
        await db.Save(new Act(seen.Actor, time.GetUtcNow(), kind, seen.Subject), stop);
        return true;
    }
}
