using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Jobs;

/// <summary>Where jobs are asked for, paused, resumed and given up.</summary>
public sealed class JobDesk(HouseDb db, JobBell bell)
{
    /// <summary>Not there, or somebody else's.</summary>
    public static Refusal NoSuchJob { get; } =
        Refusal.NotThere("job.not_there", "Không có công việc này.", "There is no such job.");

    /// <summary>Asks for a job. The same key from the same unit gives the job that is there already.</summary>
    public async Task<Job> Ask<TWork>(
        object input, long unitId, string? idempotencyKey, Act act, CancellationToken stop) where TWork : IJobWork
    {
        if (idempotencyKey is not null && await Find<TWork>(unitId, idempotencyKey, stop) is { } known) return known;
        var job = new Job
        {
            Kind = TWork.Kind,
            Input = JsonSerializer.Serialize(input, JsonSerializerOptions.Web),
            UnitId = unitId,
            AskedBy = JsonSerializer.Serialize(act.By, JsonSerializerOptions.Web),
            AskedAt = act.At,
            Language = Speech.Language == Language.Vietnamese ? "vi" : "en",
            IdempotencyKey = idempotencyKey,
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
}
