using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Certificates.Follow;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Authentication.Run;

/// <summary>
/// Authenticates records in batches over the border: while one batch is stored, the next is asked about. Results and how
/// far it came are saved as one, so a crash costs one question, whose answer is kept.
/// </summary>
internal sealed class AuthenticateRun(PlatformDb db, AskPartner partner, TimeProvider time) : IJobWork
{
    public static string Kind => "records.authenticate";

    public async Task<Result<string>> Run(JobRun job, CancellationToken stop)
    {
        var input = job.Input<RunInput>();
        var run = await FindOrStart(job, input, stop);
        var unitCode = await db.Units.Where(unit => unit.Id == job.UnitId).Select(unit => unit.Code).FirstAsync(stop);
        var checkpoint = job.Checkpoint<Checkpoint>() ?? new Checkpoint(0, RunCounts.None);
        var next = partner.Next(run, input, unitCode, checkpoint.LastId, stop);
        while (true)
        {
            if (!(await next).TryGet(out var batch, out var refusal)) return refusal;
            if (batch is null) break;
            next = partner.Next(run, input, unitCode, batch.LastId, stop);
            try
            {
                checkpoint = new Checkpoint(batch.LastId, batch.Count(checkpoint.Counts));
                await using var transaction = await db.Database.BeginTransactionAsync(stop);
                await batch.Store(db, stop);
                await job.Save(db, checkpoint.Counts.All, run.Records, checkpoint, checkpoint.Counts.ByName, stop);
                await transaction.CommitAsync(stop);
            }
            catch
            {
                // Nobody is left who would look at the question that is under way.
                _ = next.ContinueWith(left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                throw;
            }
        }

        await Count(run.Id, stop);
        return $"/api/v1/authentication-runs/{run.Id}/results.csv";
    }

    private async Task<AuthenticationRun> FindOrStart(JobRun job, RunInput input, CancellationToken stop)
    {
        if (await db.Set<AuthenticationRun>().AsNoTracking().FirstOrDefaultAsync(run => run.Id == job.Id, stop) is { } known) return known;
        var records = SentRecord.Of(db, input, 0, long.MaxValue);
        var run = new AuthenticationRun
        {
            Id = job.Id,
            UnitId = job.UnitId,
            StartedBy = job.AskedBy.Name,
            StartedAt = time.GetUtcNow(),
            Records = await records.LongCountAsync(stop),
            UpTo = await records.MaxAsync(record => (long?)record.Id, stop) ?? 0,
        };
        db.Add(run);
        await db.Save(job.NewAct("run.start", $"run:{run.Id}"), stop);
        db.ChangeTracker.Clear();
        return run;
    }

    // Once at the end: what charts need is a few hundred numbers, whatever the number of records.
    private async Task Count(long id, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Set<RunFigure>().Where(figure => figure.RunId == id).ExecuteDeleteAsync(stop);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "run_figures" ("RunId", "UnitId", "CommuneCode", "Outcome", "Records")
            SELECT r."RunId", v."UnitId", v."CommuneCode", r."Outcome", COUNT(*)
            FROM "run_results" AS r JOIN "records" AS v ON v."Id" = r."RecordId"
            WHERE r."RunId" = {id} GROUP BY r."RunId", v."UnitId", v."CommuneCode", r."Outcome"
            """, stop);
        var now = time.GetUtcNow();
        await db.Set<AuthenticationRun>().Where(run => run.Id == id)
            .ExecuteUpdateAsync(run => run.SetProperty(r => r.EndedAt, now).SetProperty(r => r.WaitingSince, (DateTimeOffset?)null), stop);
        await NoteChanges.AddOf(db, id, stop);
        await transaction.CommitAsync(stop);
    }

    private sealed record Checkpoint(long LastId, RunCounts Counts);
}
