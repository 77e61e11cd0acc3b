using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Certificates.Issue;
using XacThuc.Platform.Certificates.Print;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Documents;

namespace XacThuc.Platform.Certificates.Give;

/// <summary>A person's certificate at the station: issued while they wait, printed, or why not yet.</summary>
[Authorize(Policy = CertificatesAccess.GiveOut)]
internal sealed class GivePage(PlatformDb db, IssueOne issue, TimeProvider time) : PageModel
{
    /// <summary>The record.</summary>
    public VaccinationRecord Record { get; private set; } = null!;

    /// <summary>What there is to give.</summary>
    public Givable Givable { get; private set; } = null!;

    /// <summary>The certificate as people see it; none where none stands.</summary>
    public ProofSheet? Proof { get; private set; }

    /// <summary>Why it was not issued.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop) => await Load(reference, "certificate.view", stop) ? Page() : NotFound();

    /// <summary>Issues it.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out _)) return NotFound();
        db.ChangeTracker.Clear();
        if ((await issue.Run(record, me.Actor, stop)).Refusal is not { } refusal) return LocalRedirect($"/records/{reference}/certificate");
        db.ChangeTracker.Clear();
        if (!await Load(reference, "certificate.view", stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    /// <summary>To print.</summary>
    public Task<IActionResult> OnGetPdfAsync(string reference, CancellationToken stop) => Give(reference, proof => File(proof.ToPdf(), FormPdf.Type, "chung-nhan.pdf"), stop);

    /// <summary>The code as a picture.</summary>
    public Task<IActionResult> OnGetPictureAsync(string reference, CancellationToken stop) => Give(reference, proof => File(proof.ToPicture(), ProofSheet.PictureType, "chung-nhan-qr.png"), stop);

    private async Task<IActionResult> Give(string reference, Func<ProofSheet, IActionResult> what, CancellationToken stop) =>
        await Load(reference, "certificate.give", stop) && Proof is { } proof ? what(proof) : NotFound();

    private async Task<bool> Load(string reference, string kind, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out _)) return false;
        db.ChangeTracker.Clear();
        (Record, Givable) = (record, await Givable.Of(db, record, time.GetUtcNow(), stop));
        Proof = Givable.Standing is { } standing ? ShownCertificate.Of(standing) : null;
        await db.Save(me.NewAct(time, kind, $"record:{reference}", Givable.Standing?.Uvci ?? ""), stop);
        return true;
    }
}
