using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Certificates.Documents;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Documents.Outside;
using XacThuc.Platform.Sessions.Sign.Remote.Csc;
using XacThuc.Platform.Signed;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>
/// Asks for a remote signature: finds the signer's certificate at the service, has it judged before anybody's phone rings,
/// and keeps the request. A PIN goes to the service at once and is kept nowhere; a phone is asked by <see cref="RemoteSigning"/>.
/// </summary>
internal sealed class AskRemotely(PlatformDb db, SignResult sign, DocumentTrust trust, RemoteWay way, TimeProvider time)
{
    private const int LongestUser = 100;

    /// <summary>Takes the next step.</summary>
    public async Task<Result<RemoteStep>> Run(long sessionId, RemoteAsked asked, SignedIn me, CancellationToken stop)
    {
        if (way.Service is not { } service) return RemoteRefusals.NotSetUp;
        if (!(await sign.FindToSign(sessionId, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        if (asked.UserId.Length is 0 or > LongestUser) return RemoteRefusals.NoUser;
        if (await db.Set<RemoteRequest>().AnyAsync(Open(found.Result.Id), stop)) return RemoteRefusals.AskedAlready;

        if (!(await service.Find(asked.UserId, stop)).TryGet(out var offered, out var problem)) return RemoteRefusals.Of(problem);
        var chosen = offered is [var only] ? only : offered.FirstOrDefault(one => one.Id.Equals(asked.Credential, StringComparison.Ordinal));
        if (chosen is null) return new RemoteStep.Choose([.. offered.Select(one => (one.Id, SignerOf(one)))]);
        if (chosen.IsConfirmedElsewhere) return RemoteRefusals.Of(RemoteProblem.NotOffered);

        using var path = new CertificatePath(chosen.Path);
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        if (!trust.Open().TryGet(out var checker, out refusal)) return refusal;
        var check = checker.CheckSigner(path.Certificates, now);
        if (check is not SignatureCheck.Right right) return RemoteRefusals.NotBelieved(SignatureSentences.Of(check));
        if (!SignatureDraft.TryDraw(Encoding.UTF8.GetBytes(found.Result.Content), path.Certificates, now, chosen.SignAlgorithm.IsPss, out var draft, out var unfit))
            return RemoteRefusals.NotBelieved(KeyRefusals.SentenceOf(unfit));

        if (chosen.Secrets.Count > 0 && !IsTyped(chosen, asked)) return await AskToType(service, chosen, right.Signer, stop);
        var request = RequestOf(found.Result, asked.UserId, chosen, right.Signer, now, me);
        if (chosen.Secrets.Count > 0)
        {
            var typed = chosen.Secrets.Zip(asked.Secrets).ToDictionary(one => one.First.Id, one => one.Second, StringComparer.Ordinal);
            var agreed = await service.Authorize(chosen.Id, draft.Hash, typed, DescriptionOf(found.Session, found.Result), waits: false, stop);
            if (agreed.Problem == RemoteProblem.WrongSecret) return new RemoteStep.Type(chosen.Id, right.Signer, chosen.Secrets, RemoteRefusals.Of(agreed.Problem));
            if (!agreed.TryGet(out var authorization, out problem)) return RemoteRefusals.Of(problem);
            request.IsAsked = true;
            (request.State, request.Secret, request.Until) = authorization.Sad is { } sad
                ? (RemoteState.Agreed, way.Cover(sad), now + RemoteSigning.LeaveOf(authorization))
                : (RemoteState.Waiting, way.Cover(authorization.Handle!), request.Until);
        }

        db.Add(request);
        return await db.SaveFirst(me.NewAct(time, "day.remote", $"day:{found.Session.Code}", found.Result.Digest), stop)
            ? new RemoteStep.Asked() : RemoteRefusals.AskedAlready;
    }

    /// <summary>Stops waiting. Whatever the signer answers then is not used.</summary>
    public async Task<Result<RemoteRequest>> StopWaiting(long sessionId, SignedIn me, CancellationToken stop)
    {
        if (!(await sign.FindToSign(sessionId, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        if (await db.Set<RemoteRequest>().FirstOrDefaultAsync(Open(found.Result.Id), stop) is not { } request) return RemoteRefusals.Of(RemoteProblem.Superseded);
        request.End(RemoteProblem.Stopped, time.GetUtcNow());
        return await db.SaveFirst(me.NewAct(time, "day.remote_stop", $"day:{found.Session.Code}", found.Result.Digest), stop)
            ? request : RemoteRefusals.Of(RemoteProblem.Superseded);
    }

    /// <summary>The user id that somebody asked with last; empty where there was none.</summary>
    public async Task<string> FindUser(SignedIn me, CancellationToken stop)
    {
        var last = await db.Set<RemoteRequest>().Where(request => request.AskedBy == me.Name).OrderByDescending(request => request.Id)
            .Select(request => request.UserId).FirstOrDefaultAsync(stop);
        return last is null ? "" : way.Uncover(last) ?? "";
    }

    /// <summary>What the signer reads on the phone. It names nobody.</summary>
    internal static string DescriptionOf(VaccinationSession session, SessionResult result) =>
        $"Ký kết quả buổi tiêm {session.Code}, bản {result.Version}, mã băm {result.Digest[..16]}";

    private static System.Linq.Expressions.Expression<Func<RemoteRequest, bool>> Open(long resultId) =>
        request => request.ResultId == resultId && request.State <= RemoteState.Agreed;

    private static bool IsTyped(Credential chosen, RemoteAsked asked) =>
        asked.Secrets.Count == chosen.Secrets.Count && asked.Secrets.All(secret => secret.Length is > 0 and <= 100);

    private static async Task<Result<RemoteStep>> AskToType(SigningService service, Credential chosen, Signer signer, CancellationToken stop)
    {
        foreach (var secret in chosen.Secrets.Where(one => one.IsSent))
        {
            if (await service.SendCode(chosen.Id, secret, stop) is not RemoteProblem.None and var problem) return RemoteRefusals.Of(problem);
        }

        return new RemoteStep.Type(chosen.Id, signer, chosen.Secrets, Wrong: null);
    }

    private Signer SignerOf(Credential credential)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(credential.Path[0]);
        return new Signer(CertificateHolder.Of(certificate), time.GetUtcNow());
    }

    private RemoteRequest RequestOf(SessionResult result, string userId, Credential chosen, Signer signer, DateTimeOffset now, SignedIn me) => new()
    {
        SessionId = result.SessionId,
        ResultId = result.Id,
        AskedBy = me.Name,
        UnitId = me.UnitId,
        AskedAt = now,
        UserId = way.Cover(userId),
        Signer = signer.Holder.CommonName,
        Credential = chosen.Id,
        Algorithm = chosen.SignAlgorithm.Oid,
        Path = string.Join('\n', chosen.Path.Select(Convert.ToBase64String)),
        State = RemoteState.Asking,
        DueAt = now,
        Until = now + way.Patience,
    };
}
