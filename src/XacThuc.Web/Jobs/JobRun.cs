using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Jobs;

/// <summary>One job at work: what it was asked, where it left off, and the way to say how far it is.</summary>
public sealed class JobRun(Job job, TimeProvider time)
{
    /// <summary>Key of the job.</summary>
    public long Id => job.Id;

    /// <summary>The unit for which it is done.</summary>
    public long UnitId => job.UnitId;

    /// <summary>Who asked for it.</summary>
    public Actor AskedBy { get; } = JsonSerializer.Deserialize<Actor>(job.AskedBy, JsonSerializerOptions.Web)!;

    /// <summary>What it was asked.</summary>
    public T Input<T>() => JsonSerializer.Deserialize<T>(job.Input, JsonSerializerOptions.Web)!;

    /// <summary>What is done; none at the start.</summary>
    public T? Checkpoint<T>() => job.Checkpoint is null ? default : JsonSerializer.Deserialize<T>(job.Checkpoint, JsonSerializerOptions.Web);

    /// <summary>
    /// Writes progress and checkpoint. Call it inside the transaction that saves the batch, so that both are saved or none.
    /// </summary>
    /// <param name="db">The house's database, in whose transaction it is written.</param>
    /// <param name="done">Units of work done.</param>
    /// <param name="total">Units of work in all; 0 while unknown.</param>
    /// <param name="checkpoint">What is done, in the work's own words.</param>
    /// <param name="counts">What came out so far: names and numbers.</param>
    /// <param name="stop">Ends it.</param>
    public async Task Save<T>(
        HouseDb db, long done, long total, T checkpoint, IReadOnlyDictionary<string, long> counts, CancellationToken stop)
    {
        (job.Done, job.Total) = (done, total);
        job.Checkpoint = JsonSerializer.Serialize(checkpoint, JsonSerializerOptions.Web);
        job.Counts = JsonSerializer.Serialize(counts, JsonSerializerOptions.Web);
        await db.Jobs.Where(row => row.Id == job.Id).ExecuteUpdateAsync(
            row => row
                .SetProperty(j => j.Done, done).SetProperty(j => j.Total, total).SetProperty(j => j.Checkpoint, job.Checkpoint)
                .SetProperty(j => j.Counts, job.Counts).SetProperty(j => j.HeardAt, time.GetUtcNow()),
            stop);
    }

    /// <summary>An act of whoever asked, now.</summary>
    public Act NewAct(string kind, string subject, string reason = "") => new(AskedBy, time.GetUtcNow(), kind, subject, reason);
}
