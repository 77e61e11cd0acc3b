using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Sessions.Sign;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Correct;

/// <summary>
/// The second person's word on a correction: somebody else of the unit, or the district health centre. Once it is confirmed
/// the results are drawn up anew and wait for the chairman; what was signed before stays as it was.
/// </summary>
internal sealed class DecideCorrection(PlatformDb db, ApplyCorrection apply, DrawResult draw, TimeProvider time)
{
    /// <summary>Whether somebody may decide on what another proposed.</summary>
    public static bool MayDecide(SignedIn me, VaccinationSession session, SessionCorrection correction) =>
        correction.State == CorrectionState.Proposed && !correction.ProposedBy.Equals(me.Name, StringComparison.Ordinal) && MayDecide(me, session);

    /// <summary>Does it, and draws the results up anew.</summary>
    public async Task<Result<SessionCorrection>> Confirm(long sessionId, long id, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(sessionId, id, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (session, correction) = found;
        var act = me.NewAct(time, "day.correct", $"day:{session.Code}", correction.Reason);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!(await apply.Run(session, correction, me, act, stop)).TryGet(out var doses, out refusal))
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        Decide(correction, CorrectionState.Confirmed, me, doses);
        session.MoveTo(SessionState.Closed);
        if (!await db.SaveFirst(act, stop)) return SessionsRefusals.Moved;

        // Drawn up from what is saved: the document says what the tables say.
        await draw.Run(session, stop);
        await db.SaveChangesAsync(stop);
        await all.CommitAsync(stop);
        return correction;
    }

    /// <summary>Leaves everything as it is.</summary>
    public async Task<Result<SessionCorrection>> Reject(long sessionId, long id, string word, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(sessionId, id, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        if (word.Trim().Length == 0) return CorrectionRefusals.NoReason;
        var (session, correction) = found;
        Decide(correction, CorrectionState.Rejected, me, 0);
        correction.Word = word.Trim();
        return await db.SaveFirst(me.NewAct(time, "day.refuse", $"day:{session.Code}", correction.Word), stop) ? correction : SessionsRefusals.Moved;
    }

    private static bool MayDecide(SignedIn me, VaccinationSession session) =>
        me.Role == AccountRole.DistrictHealthCentre || (SessionsAccess.MayVaccinate(me.Role) && session.UnitId == me.UnitId);

    private async Task<Result<(VaccinationSession Session, SessionCorrection Correction)>> Find(long sessionId, long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSession(sessionId, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        if (!MayDecide(me, session)) return SessionsRefusals.NotYours;
        var correction = await db.Set<SessionCorrection>()
            .FirstOrDefaultAsync(one => one.Id == id && one.SessionId == sessionId && one.State == CorrectionState.Proposed, stop);
        if (correction is null) return CorrectionRefusals.NotThere;
        return MayDecide(me, session, correction) ? (session, correction) : CorrectionRefusals.SamePerson;
    }

    private void Decide(SessionCorrection correction, CorrectionState state, SignedIn me, int doses)
    {
        (correction.State, correction.DecidedBy, correction.DecidedAt, correction.Doses) = (state, me.Name, time.GetUtcNow(), doses);
        correction.Version++;
    }
}
