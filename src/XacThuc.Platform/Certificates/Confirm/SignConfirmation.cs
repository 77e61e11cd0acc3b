using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Signed;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Certificates.Confirm;

/// <summary>
/// The word of the commune's chairman, or of the facility's head, on a list of doses (9438): a signature made on their own machine, or minutes on paper where
/// there is no certificate yet. What was corrected meanwhile has left the list and waits for another.
/// </summary>
internal sealed class SignConfirmation(PlatformDb db, DocumentTrust trust, HouseSettings settings, TimeProvider time)
{
    /// <summary>Takes a signature over the list.</summary>
    public async Task<Result<DoseConfirmation>> Bring(string code, byte[] signature, SignedIn me, CancellationToken stop)
    {
        if (!(await FindToSign(code, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        var now = time.GetUtcNow();
        if (!trust.Judge(list.Content, signature, now).TryGet(out var signer, out refusal)) return refusal;
        list.Sign(signature, signer, me.Name, now);
        return await Save(list, "confirmation.sign", me, stop);
    }

    /// <summary>Signs with a certificate of the sample.</summary>
    public async Task<Result<DoseConfirmation>> BringSample(string code, SignedIn me, CancellationToken stop)
    {
        if (!(await FindToSign(code, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        var unit = await db.Units.AsNoTracking().FirstAsync(one => one.Id == me.UnitId, stop);
        return trust.SignAsSample(list.Content, me.FullName, unit.Name).TryGet(out var signature, out refusal) ? await Bring(code, signature, me, stop) : refusal;
    }

    /// <summary>Records that the parties signed minutes on paper, with the scan.</summary>
    public async Task<Result<DoseConfirmation>> BringMinutes(string code, string signer, Stream scan, string name, SignedIn me, CancellationToken stop)
    {
        if (!(await FindToSign(code, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (signer.Trim().Length == 0 || !BroughtPapers.IsScan(name)) return SignedRefusals.NoMinutes;
        if (!(await UploadFolder.Keep(settings, scan, stop)).TryGet(out var kept, out refusal)) return refusal;
        var unit = await db.Units.AsNoTracking().FirstAsync(one => one.Id == me.UnitId, stop);
        list.SignOnPaper(kept.Stored, signer.Trim(), unit.Name, me.Name, time.GetUtcNow());
        return await Save(list, "confirmation.minutes", me, stop);
    }

    private async Task<Result<DoseConfirmation>> FindToSign(string code, SignedIn me, CancellationToken stop)
    {
        if (!CertificatesAccess.MaySign(me.Role)) return CertificatesRefusals.NotYours;
        if (!(await db.FindConfirmation(code, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        return list.IsSigned ? CertificatesRefusals.Signed : list;
    }

    private async Task<Result<DoseConfirmation>> Save(DoseConfirmation list, string kind, SignedIn me, CancellationToken stop)
    {
        list.Version++;
        return await db.SaveFirst(me.NewAct(time, kind, $"confirmation:{list.Code}", list.Digest), stop) ? list : CertificatesRefusals.Signed;
    }
}
