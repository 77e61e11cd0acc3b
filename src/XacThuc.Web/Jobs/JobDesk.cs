using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Data;

namespace XacThuc.Web.Jobs;

/// <summary>Where jobs are asked for, paused, resumed and given up.</summary>
public sealed class JobDesk(HouseDb db, JobBell bell)
{
    /// <summary>Not there, or somebody else's.</summary>
    public static Refusal NoSuchJob { get; } =
        Refusal.NotThere("job.not_there", "Không có công việc này.", "There is no such job.");

    private static Refusal KeyOfAnother { get; } = Refusal.NotAcceptable(
        "idempotency_key.reused",
        "Idempotency-Key này đã dùng cho một yêu cầu có nội dung khác. Dùng khoá mới cho yêu cầu mới.",
        "This Idempotency-Key was used for a request with other content. Use a new key for a new request.");

    /// <summary>
    /// Asks for a job as a program does. Its key from the same unit gives the job that is there already, if it asked the same
    /// then; a key for something else is refused.
    /// </summary>
    /// <param name="input">What the work needs to know.</param>
    /// <param name="asked">What was asked: the same words for the same request, such as a digest of the file that came with it. Nothing personal.</param>
    /// <param name="unitId">For which unit.</param>
    /// <param name="key">The program's key.</param>
    /// <param name="act">Who asks.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<Job>> Ask<TWork>(
        object input, string asked, long unitId, IdempotencyKey key, Act act, CancellationToken stop) where TWork : IJobWork
    {
        var job = await Ask<TWork>(input, unitId, key.Value, asked, act, stop);
        return asked.Equals(job.AskedFor, StringComparison.Ordinal) ? job : KeyOfAnother;
    }

    /// <summary>Asks for a job. The same key from the same unit gives the job that is there already.</summary>
    public Task<Job> Ask<TWork>(object input, long unitId, string? key, Act act, CancellationToken stop) where TWork : IJobWork =>
        Ask<TWork>(input, unitId, key, askedFor: null, act, stop);

    /// <summary>The job asked for with a key, if it was.</summary>
    public Task<Job?> Find<TWork>(long unitId, string idempotencyKey, CancellationToken stop) where TWork : IJobWork
    {
        var kind = TWork.Kind;
        return db.Jobs.AsNoTracking().FirstOrDefaultAsync(
            job => job.UnitId == unitId && job.Kind == kind && job.IdempotencyKey == idempotencyKey, stop);
    }

    /// <summary>Pauses, resumes or gives up a job.</summary>
    public async Task<Result<Job>> Move(long id, JobState to, Act act, CancellationToken stop)
    {
        if (await db.Jobs.FirstOrDefaultAsync(job => job.Id == id, stop) is not { } job)
            return NoSuchJob;
        var may = (job.State, to) is
            (JobState.Queued or JobState.Running, JobState.Paused) or
            (JobState.Paused or JobState.Failed, JobState.Queued) or
            (JobState.Queued or JobState.Running or JobState.Paused, JobState.Cancelled);
        if (!may)
            return Refusal.Conflicting("job.state", "Công việc đã kết thúc hoặc đang ở trạng thái khác: tải lại trang.", "The job has ended or is in another state: load the page again.");
        job.State = to;
        job.Problem = null;
        await db.Save(act, stop);
        bell.Ring();
        return job;
    }

    private async Task<Job> Ask<TWork>(
        object input, long unitId, string? idempotencyKey, string? askedFor, Act act, CancellationToken stop) where TWork : IJobWork
    {
        if (idempotencyKey is not null && await Find<TWork>(unitId, idempotencyKey, stop) is { } known) return known;
        var job = new Job
        {
            Kind = TWork.Kind,
            Input = Job.InputOf(input),
            UnitId = unitId,
            AskedBy = JsonSerializer.Serialize(act.By, JsonSerializerOptions.Web),
            AskedAt = act.At,
            Language = Speech.Language == Language.Vietnamese ? "vi" : "en",
            IdempotencyKey = idempotencyKey,
            AskedFor = askedFor,
            State = JobState.Queued,
        };
        db.Jobs.Add(job);
        try
        {
            await db.Save(act, stop);
        }
        catch (DbUpdateException) when (idempotencyKey is not null)
        {
            // The same key came twice at the same moment: the other one was first.
            db.ChangeTracker.Clear();
            if (await Find<TWork>(unitId, idempotencyKey, stop) is { } first) return first;
            throw;
        }

        bell.Ring();
        return job;
    }
}
