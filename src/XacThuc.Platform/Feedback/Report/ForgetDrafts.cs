using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Feedback.Photos;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>Forgets reports whose phone nobody confirmed within a day, with their photos.</summary>
internal static class ForgetDrafts
{
    private const int AtOnce = 500;

    /// <summary>Forgets; how many.</summary>
    public static async Task<int> Run(PlatformDb db, DateTimeOffset now, CancellationToken stop)
    {
        var (before, forgotten) = (now - TicketReach.Kept, 0);
        while (true)
        {
            var ids = await db.Set<FeedbackCase>().Where(one => one.State == FeedbackState.Unconfirmed && one.At < before).Select(one => one.Id).Take(AtOnce).ToArrayAsync(stop);
            if (ids.Length == 0) return forgotten;
            await using var all = await db.Database.BeginTransactionAsync(stop);

            // The case first: one that is confirmed at this moment keeps its photos.
            var gone = await db.Set<FeedbackCase>().Where(one => EF.Parameter(ids).Contains(one.Id) && one.State == FeedbackState.Unconfirmed).ExecuteDeleteAsync(stop);
            await db.Set<ReportedDose>().Where(dose => EF.Parameter(ids).Contains(dose.CaseId) && !db.Set<FeedbackCase>().Any(one => one.Id == dose.CaseId)).ExecuteDeleteAsync(stop);
            await db.Set<FeedbackPhoto>().Where(photo => EF.Parameter(ids).Contains(photo.CaseId) && !db.Set<FeedbackCase>().Any(one => one.Id == photo.CaseId)).ExecuteDeleteAsync(stop);
            await all.CommitAsync(stop);
            forgotten += gone;
            if (gone == 0) return forgotten;
        }
    }
}
