using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Platform.Signed;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Sessions.Sign;

/// <summary>
/// The chairman's word on a day (dispatch 8938, step 4): a signature with a personal certificate, made on the chairman's own
/// machine over the document that was downloaded; or, where there is no certificate yet, minutes of the parties on paper.
/// </summary>
internal sealed class SignResult(PlatformDb db, DocumentTrust trust, HouseSettings settings, TimeProvider time)
{
    /// <summary>The last version of the results, tracked, where it waits for a signature of whoever asks.</summary>
    public async Task<Result<(VaccinationSession Session, SessionResult Result)>> FindToSign(long sessionId, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSession(sessionId, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        if (!SessionsAccess.MaySign(me.Role)) return SignRefusals.MayNotSign;
        var result = await db.Set<SessionResult>().Where(one => one.SessionId == sessionId).OrderByDescending(one => one.Version).FirstOrDefaultAsync(stop);
        return session.State == SessionState.Closed && result is { IsSigned: false } ? (session, result) : SignRefusals.NotClosed;
    }

    /// <summary>Takes a signature over the last version, if it is right and by somebody whom the house believes.</summary>
    public async Task<Result<SessionResult>> Bring(long sessionId, byte[] signature, SignedIn me, CancellationToken stop)
    {
        if (!(await FindToSign(sessionId, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var now = time.GetUtcNow();
        var (session, result) = found;
        if (!trust.Judge(result.Content, signature, now).TryGet(out var signer, out refusal)) return refusal;
        result.Sign(signature, signer, me.Name, now);
        return await Save(session, result, "day.sign", me, stop);
    }

    /// <summary>Signs with a certificate of the sample's own, made for the moment: to try the way, not to prove anything.</summary>
    public async Task<Result<SessionResult>> BringSample(long sessionId, SignedIn me, CancellationToken stop)
    {
        if (!trust.IsSample) return SignedRefusals.NotASample;
        if (!(await FindToSign(sessionId, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == me.UnitId, stop);
        return trust.SignAsSample(found.Result.Content, me.FullName, unit.Name).TryGet(out var signature, out refusal) ? await Bring(sessionId, signature, me, stop) : refusal;
    }

    /// <summary>Records that the parties signed minutes on paper, with the scan.</summary>
    public async Task<Result<SessionResult>> BringMinutes(long sessionId, string signer, Stream scan, string name, SignedIn me, CancellationToken stop)
    {
        if (!(await FindToSign(sessionId, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        if (signer.Trim().Length == 0 || !BroughtPapers.IsScan(name)) return SignedRefusals.NoMinutes;
        if (!(await UploadFolder.Keep(settings, scan, stop)).TryGet(out var kept, out refusal)) return refusal;
        var (session, result) = found;
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == me.UnitId, stop);
        result.SignOnPaper(kept.Stored, signer.Trim(), unit.Name, me.Name, time.GetUtcNow());
        return await Save(session, result, "day.minutes", me, stop);
    }

    /// <summary>Judges a kept signature once more, as of the moment it was brought.</summary>
    public Result<SignatureCheck> CheckAgain(SessionResult result)
    {
        if (!trust.Open().TryGet(out var checker, out var refusal)) return refusal;
        return checker.Check(Encoding.UTF8.GetBytes(result.Content), result.Signature ?? [], result.BroughtAt ?? time.GetUtcNow());
    }

    private async Task<Result<SessionResult>> Save(
        VaccinationSession session, SessionResult result, string kind, SignedIn me, CancellationToken stop)
    {
        session.MoveTo(SessionState.Signed);
        var saved = await db.SaveMoved(session, me.NewAct(time, kind, $"day:{session.Code}", result.Digest), stop);
        return saved.Refusal is { } refusal ? refusal : result;
    }
}
