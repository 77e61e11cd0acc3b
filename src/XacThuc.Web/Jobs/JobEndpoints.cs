using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Data;

namespace XacThuc.Web.Jobs;

/// <summary>How far a job is, as programs see it.</summary>
/// <param name="State">queued, running, done or failed.</param>
/// <param name="Progress">From 0 to 1.</param>
/// <param name="Counts">What came out so far.</param>
/// <param name="Result">Where the result can be had, once it is there.</param>
/// <param name="Problem">Why it failed.</param>
public sealed record JobStatus(
    string State, double Progress, IReadOnlyDictionary<string, long> Counts, string? Result,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Problem)
{
    /// <summary>The status of a job.</summary>
    public static JobStatus Of(Job job) => new(
        NameOf(job.State),
        job.State is JobState.Done ? 1 : job.Total > 0 ? Math.Clamp((double)job.Done / job.Total, 0, 1) : 0,
        JsonSerializer.Deserialize<Dictionary<string, long>>(job.Counts)!,
        job.ResultPath,
        job.State is JobState.Cancelled ? GivenUp : job.Problem);

    private static string GivenUp =>
        Matching.Texts.Speech.Say("Có người đã hủy công việc này.", "Somebody gave this job up.");

    internal static string NameOf(JobState state) => state switch
    {
        JobState.Queued or JobState.Paused => "queued",
        JobState.Running => "running",
        JobState.Done => "done",
        JobState.Failed or JobState.Cancelled => "failed",
    };
}

/// <summary>A job in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">Which work.</param>
/// <param name="AskedAt">When it was asked for, UTC.</param>
/// <param name="Location">Where to look at it.</param>
/// <param name="State">queued, running, done or failed.</param>
public sealed record ListedJob(long Id, string Kind, DateTimeOffset AskedAt, string Location, string State);

/// <summary>Long work for programs: asked for once, looked at as often as one likes.</summary>
public static class JobEndpoints
{
    /// <summary>The address at which a job is looked at.</summary>
    public static string LinkOf(Job job) => $"/api/v1/jobs/{job.Id}";

    /// <summary>The answer to whoever asked for a job: 202, and where to look.</summary>
    public static IResult ToHttp(this Job job) => TypedResults.Accepted(LinkOf(job), JobStatus.Of(job));

    internal static void MapJobs(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/jobs", List).WithTags("Jobs").WithName("ListJobs")
            .WithSummary("The jobs of the caller's places, newest first.").Produces<Paged<ListedJob>>();
        var jobs = endpoints.MapGroup("/api/v1/jobs/{id:long}").WithTags("Jobs");
        jobs.MapGet("", Look).WithName("GetJob").WithSummary("How far a job is, and where its result can be had.")
            .Produces<JobStatus>().ProducesProblem(404);
        foreach (var (verb, state, says) in (IEnumerable<(string, JobState, string)>)[
            ("pause", JobState.Paused, "Pauses a job at its next finished batch."),
            ("resume", JobState.Queued, "Goes on with a paused or failed job where it left off."),
            ("cancel", JobState.Cancelled, "Gives a job up; what is done stays done.")])
        {
            jobs.MapPost(verb, Move).WithName($"{verb}Job").WithSummary(says)
                .Produces<JobStatus>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

            async Task<IResult> Move(
                long id, HttpContext context, HouseDb db, JobDesk desk, IEnumerable<JobKind> kinds, IAuthorizationService rules,
                TimeProvider time, CancellationToken stop)
            {
                var me = SignedIn.Get(context.User);
                if (await db.FindJob(me, id, stop) is not { } job) return JobDesk.NoSuchJob.ToHttp();
                // Whoever may not ask for such work may not stop it either.
                var scope = kinds.FirstOrDefault(kind => kind.Name.Equals(job.Kind, StringComparison.Ordinal))?.Scope;
                if (scope is null || !(await rules.AuthorizeAsync(context.User, scope)).Succeeded) return TypedResults.StatusCode(403);
                var moved = await desk.Move(id, state, me.NewAct(time, $"job.{verb}", $"job:{id}"), stop);
                return moved.Match(one => TypedResults.Ok(JobStatus.Of(one)), refusal => refusal.ToHttp());
            }
        }
    }

    private static async Task<IResult> List(
        [AsParameters] Part part, HttpContext context, HouseDb db, CancellationToken stop)
    {
        var found = await db.JobsOf(SignedIn.Get(context.User)).Where(job => part.After == null || job.Id < part.After)
            .OrderByDescending(job => job.Id).Take(part.Most + 1).ToListAsync(stop);
        var listed = found.ConvertAll(job => new ListedJob(job.Id, job.Kind, job.AskedAt, LinkOf(job), JobStatus.NameOf(job.State)));
        return TypedResults.Ok(part.Of(listed, job => job.Id, context.Request));
    }

    private static async Task<IResult> Look(long id, HttpContext context, HouseDb db, CancellationToken stop) =>
        await db.FindJob(SignedIn.Get(context.User), id, stop) is { } job
            ? TypedResults.Ok(JobStatus.Of(job)) : JobDesk.NoSuchJob.ToHttp();
}
