using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Web.Acts;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Platform.Feedback.Deadline;

/// <summary>
/// Brings cases that are owed to the next level before they are late. A level only rises: a clock that is put back changes
/// nothing, and two houses that escalate at once write one step.
/// </summary>
internal sealed class EscalateCases(PlatformDb db, TimeProvider time)
{
    private const int AtOnce = 2_000;

    private static readonly BulkTable<(long Id, FeedbackLevel Level, DateTimeOffset At)> Steps = new(FeedbackTables.Steps,
        new("CaseId", NpgsqlDbType.Bigint, s => s.Id), new("Kind", NpgsqlDbType.Integer, _ => (int)CaseStepKind.Escalated),
        new("At", NpgsqlDbType.TimestampTz, s => s.At), new("Who", NpgsqlDbType.Text, _ => Actor.House.Name),
        new("UnitCode", NpgsqlDbType.Text, _ => ""), new("Words", NpgsqlDbType.Text, s => s.Level.ToString()));

    /// <summary>Escalates all that is due; how many.</summary>
    public async Task<int> Run(CancellationToken stop)
    {
        var (now, all) = (time.GetUtcNow(), 0);
        for (var from = FeedbackLevel.InTime; from < FeedbackLevel.Late; from++)
            while (await Round(from, now, stop) is > 0 and var escalated) all += escalated;
        return all;
    }

    private async Task<int> Round(FeedbackLevel from, DateTimeOffset now, CancellationToken stop)
    {
        var until = now + FeedbackClock.Levels[(int)from].BeforeDue;
        var due = await db.Set<FeedbackCase>().AsNoTracking()
            .Where(one => one.Level == from && (one.State == FeedbackState.Open || one.State == FeedbackState.PutOff) && one.DueAt <= until)
            .OrderBy(one => one.DueAt).Take(AtOnce).Select(one => new { one.Id, one.DueAt }).ToListAsync(stop);
        if (due.Count == 0) return 0;

        await using var all = await db.Database.BeginTransactionAsync(stop);
        var steps = new List<(long Id, FeedbackLevel Level, DateTimeOffset At)>();
        foreach (var group in due.GroupBy(one => FeedbackClock.LevelAt(one.DueAt, now)))
        {
            var (ids, level) = (group.Select(one => one.Id).ToArray(), group.Key);

            // Whoever answers it at this moment is first, or finds it at its level.
            await db.Set<FeedbackCase>()
                .Where(one => EF.Parameter(ids).Contains(one.Id) && one.Level == from && (one.State == FeedbackState.Open || one.State == FeedbackState.PutOff))
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Level, level).SetProperty(one => one.EscalatedAt, now), stop);
            var done = await db.Set<FeedbackCase>().Where(one => EF.Parameter(ids).Contains(one.Id) && one.Level == level && one.EscalatedAt == now)
                .Select(one => one.Id).ToListAsync(stop);
            steps.AddRange(done.Select(id => (id, level, now)));
        }

        if (steps.Count > 0)
        {
            await Steps.Insert(db.RawWay(), steps, stop);
            await db.Save(new Act(Actor.House, now, "feedback.escalate", $"feedback:{from}", $"{steps.Count}"), stop);
        }

        await all.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return steps.Count;
    }
}
