using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Certificates.Documents.Outside;
using XacThuc.Platform.Sessions.Sign.Remote.Csc;
using XacThuc.Platform.Signed;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>One turn of work on one request: asks the signer, or what the signer said, or for the value.</summary>
internal sealed class RemoteTurn(PlatformDb db, SignResult sign, RemoteWay way, TimeProvider time)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);
    private RemoteRequest _request = null!;

    private SigningService Service => way.Service!;

    /// <summary>Takes the request for itself; not where somebody else did, or it is over.</summary>
    public async Task<bool> Claim(long id, CancellationToken stop)
    {
        var request = await db.Set<RemoteRequest>().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (request is not { IsOpen: true }) return false;
        _request = request;
        return await Keep(RemoteSigning.Lease, stop);
    }

    /// <summary>Does it. Where the house is stopped meanwhile, the request says so.</summary>
    public async Task Run(TimeSpan beat, CancellationToken stop)
    {
        if (_request.State == RemoteState.Asking) await Ask(beat, stop);
        else if (time.GetUtcNow() >= _request.Until) await End(RemoteProblem.TimedOut);
        else if (_request.State == RemoteState.Waiting) await Check(stop);
        else await Fetch(stop);
    }

    private async Task Ask(TimeSpan beat, CancellationToken stop)
    {
        // Who asked before was stopped with the answer on its way. A phone that rings again for no reason teaches to confirm blindly.
        if (_request.IsAsked)
        {
            await End(RemoteProblem.Interrupted);
            return;
        }

        _request.IsAsked = true;
        if (!await Keep(RemoteSigning.Lease, stop)) return;
        var (session, result) = await Signed(stop);
        using var path = new CertificatePath(_request.Path);
        if (Draw(result, path) is not { } draft)
        {
            await End(RemoteProblem.WrongSignature);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var asking = Service.Authorize(
            _request.Credential, draft.Hash, new Dictionary<string, string>(StringComparer.Ordinal), AskRemotely.DescriptionOf(session, result), waits: true, ended.Token);
        try
        {
            while (await Task.WhenAny(asking, Task.Delay(beat, time, stop)) != asking && !stop.IsCancellationRequested)
            {
                if (await Keep(RemoteSigning.Lease, stop)) continue;
                await ended.CancelAsync();
                await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }

            await Take(await asking);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await End(RemoteProblem.Interrupted);
        }
    }

    private async Task Check(CancellationToken stop)
    {
        if (way.Uncover(_request.Secret) is not { } handle) await End(RemoteProblem.Interrupted);
        else await Take(await Service.Check(handle, stop));
    }

    // The stop is not heeded from here on: what the signer said is written down.
    private async Task Take(Answer<Authorization> answer)
    {
        if (!answer.TryGet(out var authorization, out var problem))
        {
            if (problem == RemoteProblem.Unreachable && _request.State == RemoteState.Waiting) await Keep(Again, CancellationToken.None);
            else await End(problem);
            return;
        }

        if (authorization.Sad is { } sad)
            (_request.State, _request.Secret, _request.Until) = (RemoteState.Agreed, way.Cover(sad), time.GetUtcNow() + RemoteSigning.LeaveOf(authorization));
        else (_request.State, _request.Secret) = (RemoteState.Waiting, way.Cover(authorization.Handle!));
        await Keep(authorization.Sad is null ? Again : TimeSpan.Zero, CancellationToken.None);
    }

    private async Task Fetch(CancellationToken stop)
    {
        var (_, result) = await Signed(stop);
        using var path = new CertificatePath(_request.Path);
        if (way.Uncover(_request.Secret) is not { } sad || Draw(result, path) is not { } draft)
        {
            await End(RemoteProblem.Interrupted);
            return;
        }

        if (result.IsSigned || await db.Set<SessionResult>().AnyAsync(one => one.SessionId == result.SessionId && one.Version > result.Version, stop))
        {
            await End(RemoteProblem.Superseded);
            return;
        }

        var answer = await Service.Sign(_request.Credential, sad, draft.Hash, new SignAlgorithm(_request.Algorithm), stop);
        if (answer.TryGet(out var value, out var problem)) await Finish(draft, value);
        else if (problem == RemoteProblem.Unreachable) await Keep(Again, stop);
        else await End(problem);
    }

    // The signature is kept, and the request ended, in one change.
    private async Task Finish(SignatureDraft draft, byte[] value)
    {
        if (!draft.TryFinish(value, out var signature))
        {
            await End(RemoteProblem.WrongSignature);
            return;
        }

        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == _request.UnitId);
        var me = new SignedIn(_request.AskedBy, unit.Id, unit.Code, unit.Path, AccountRole.CommuneCommittee);
        _request.End(RemoteProblem.None, time.GetUtcNow());
        if ((await sign.Bring(_request.SessionId, signature, me, CancellationToken.None)).Refusal is not { } refusal) return;

        // Trusted roots that cannot be read now, or a change of the moment: it is brought again.
        if (!refusal.Code.Equals(SignedRefusals.SignatureCode, StringComparison.Ordinal)) return;
        await End(RemoteProblem.WrongSignature);
    }

    private SignatureDraft? Draw(SessionResult result, CertificatePath path) => SignatureDraft.TryDraw(
        Encoding.UTF8.GetBytes(result.Content), path.Certificates, _request.AskedAt, new SignAlgorithm(_request.Algorithm).IsPss, out var draft, out _) ? draft : null;

    private async Task<(VaccinationSession Session, SessionResult Result)> Signed(CancellationToken stop)
    {
        var result = await db.Set<SessionResult>().AsNoTracking().FirstAsync(one => one.Id == _request.ResultId, stop);
        return (await db.Set<VaccinationSession>().AsNoTracking().FirstAsync(one => one.Id == result.SessionId, stop), result);
    }

    private async Task End(RemoteProblem problem)
    {
        var id = _request.Id;
        db.ChangeTracker.Clear();
        var (state, now) = (problem == RemoteProblem.None ? RemoteState.Done : RemoteState.Failed, time.GetUtcNow());
        await db.Set<RemoteRequest>().Where(one => one.Id == id && one.State <= RemoteState.Agreed).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.State, state).SetProperty(one => one.Problem, problem).SetProperty(one => one.Secret, "").SetProperty(one => one.EndedAt, now));
    }

    // Work on a request is no act of anybody's: that it was asked for, and what it came to, are.
    private async Task<bool> Keep(TimeSpan untilNext, CancellationToken stop)
    {
        var (id, was, due) = (_request.Id, db.Entry(_request).Property(one => one.DueAt).OriginalValue, time.GetUtcNow() + untilNext);
        var (state, secret, until, isAsked) = (_request.State, _request.Secret, _request.Until, _request.IsAsked);
        var kept = await db.Set<RemoteRequest>().Where(one => one.Id == id && one.State <= RemoteState.Agreed && one.DueAt == was).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.State, state).SetProperty(one => one.Secret, secret).SetProperty(one => one.Until, until)
                .SetProperty(one => one.IsAsked, isAsked).SetProperty(one => one.DueAt, due),
            stop);
        _request.DueAt = due;

        // It is as the database has it.
        var entry = db.Entry(_request);
        entry.OriginalValues.SetValues(entry.CurrentValues);
        entry.State = EntityState.Unchanged;
        return kept == 1;
    }
}
