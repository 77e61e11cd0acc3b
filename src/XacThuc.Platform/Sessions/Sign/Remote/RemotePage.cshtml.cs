using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>The way to a remote signature: who signs, what guards the certificate, waiting for the phone.</summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class RemotePage(PlatformDb db, AskRemotely ask, RemoteWay way) : PageModel
{
    /// <summary>The session.</summary>
    public VaccinationSession Session { get; private set; } = null!;

    /// <summary>What signers call the service.</summary>
    public string Service => way.Name;

    /// <summary>The last request for these results, if there was one.</summary>
    public RemoteRequest? Asked { get; private set; }

    /// <summary>The user id at the service.</summary>
    public string UserId { get; private set; } = "";

    /// <summary>What comes next; none at the beginning.</summary>
    public RemoteStep? Step { get; private set; }

    /// <summary>Why it does not go on.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Whether it is said only that something was done as asked.</summary>
    public bool IsAsWanted => Refusal is { } refusal && refusal.Code.Equals(RemoteRefusals.Of(RemoteProblem.Stopped).Code, StringComparison.Ordinal);

    private string Address => $"/sessions/{Session.Id}/remote";

    private string ResultAddress => $"/sessions/{Session.Id}/result";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (Asked is null or { IsOpen: false } && !await IsToSign(stop)) return LocalRedirect(ResultAddress);
        if (Asked is { State: RemoteState.Failed, Problem: not RemoteProblem.None and var problem }) Refusal = RemoteRefusals.Of(problem);
        return Page();
    }

    /// <summary>
    /// Whether the page is to be opened anew: it asks every other second. Opened and not loaded again: one that answers a form
    /// would send the form again.
    /// </summary>
    public async Task<IActionResult> OnGetStateAsync(long id, RemoteState was, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (Asked?.State != was) Response.Headers["HX-Redirect"] = Address;
        return StatusCode(204);
    }

    /// <summary>Takes the next step.</summary>
    public async Task<IActionResult> OnPostAskAsync(long id, string? userId, string? credential, string[]? secret, CancellationToken stop)
    {
        var asked = new RemoteAsked((userId ?? "").Trim(), credential, secret ?? []);
        var done = await ask.Run(id, asked, SignedIn.Get(User), stop);
        if (done.TryGet(out var step, out var refusal) && step is RemoteStep.Asked) return LocalRedirect($"/sessions/{id}/remote");
        db.ChangeTracker.Clear();
        if (!await Load(id, stop)) return NotFound();
        (UserId, Step) = (asked.UserId, step);
        Refusal = refusal ?? (step as RemoteStep.Type)?.Wrong;
        if (Refusal is not null) Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        return Page();
    }

    /// <summary>Stops waiting.</summary>
    public async Task<IActionResult> OnPostStopAsync(long id, CancellationToken stop)
    {
        var stopped = await ask.StopWaiting(id, SignedIn.Get(User), stop);
        if (stopped.TryGet(out _, out var refusal)) return LocalRedirect($"/sessions/{id}/remote");
        db.ChangeTracker.Clear();
        if (!await Load(id, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!SessionsAccess.MaySign(me.Role) || way.Service is null || !(await db.FindSession(id, me, stop)).TryGet(out var session, out _)) return false;
        var result = await Last(id).Select(one => (long?)one.Id).FirstOrDefaultAsync(stop);
        if (result is null) return false;
        Session = session;
        Asked = await db.Set<RemoteRequest>().AsNoTracking().Where(request => request.ResultId == result).OrderByDescending(request => request.Id).FirstOrDefaultAsync(stop);
        UserId = await ask.FindUser(me, stop);
        return true;
    }

    private async Task<bool> IsToSign(CancellationToken stop) =>
        Session.State == SessionState.Closed && await Last(Session.Id).AnyAsync(one => one.SignedAt == null, stop);

    private IQueryable<SessionResult> Last(long sessionId) =>
        db.Set<SessionResult>().AsNoTracking().Where(one => one.SessionId == sessionId).OrderByDescending(one => one.Version).Take(1);
}
