using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Jobs.Pages;

/// <summary>One job: how far it is, live; paused, resumed, given up; its result.</summary>
public sealed class JobPage(HouseDb db, JobDesk desk, JobWords words, TimeProvider time) : PageModel
{
    /// <summary>The job.</summary>
    public Job Job { get; private set; } = null!;

    /// <summary>How far it is.</summary>
    public JobNews News { get; private set; } = null!;

    /// <summary>What it is called.</summary>
    public string Name => words.NameOf(Job.Kind);

    /// <summary>For which unit.</summary>
    public string UnitName { get; private set; } = "";

    /// <summary>The page of its result, once there is one.</summary>
    public string? Result => words.PageOf(Job);

    /// <summary>Whether the job is theirs to handle: its result, and its buttons.</summary>
    public bool IsHandled => words.IsHandledBy(SignedIn.Get(User), Job);

    /// <summary>Why the last button did nothing.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (await db.FindJob(SignedIn.Get(User), id, stop) is not { } job) return NotFound();
        (Job, News) = (job, JobNews.Of(job, words, JobNews.RateSinceStart(job, time.GetUtcNow())));
        UnitName = await db.Units.Where(unit => unit.Id == job.UnitId).Select(unit => unit.Name).FirstAsync(stop);
        return Page();
    }

    /// <summary>Pauses it after its present batch.</summary>
    public Task<IActionResult> OnPostPauseAsync(long id, CancellationToken stop) => Move(id, JobState.Paused, "job.pause", stop);

    /// <summary>Goes on where it stopped.</summary>
    public Task<IActionResult> OnPostResumeAsync(long id, CancellationToken stop) => Move(id, JobState.Queued, "job.resume", stop);

    /// <summary>Gives it up; what is done stays done.</summary>
    public Task<IActionResult> OnPostCancelAsync(long id, CancellationToken stop) => Move(id, JobState.Cancelled, "job.cancel", stop);

    private async Task<IActionResult> Move(long id, JobState to, string kind, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (await db.FindJob(me, id, stop) is not { } job) return NotFound();
        if (!words.IsHandledBy(me, job)) return Forbid();
        var moved = await desk.Move(id, to, me.NewAct(time, kind, $"job:{id}"), stop);
        if (moved.TryGet(out _, out var refusal)) return LocalRedirect($"/jobs/{id}");
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return await OnGetAsync(id, stop);
    }
}
