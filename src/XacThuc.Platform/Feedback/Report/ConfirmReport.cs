using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>Takes the code from the phone: from then on the report stands and the hours count.</summary>
internal sealed class ConfirmReport(PlatformDb db, PhoneCodes codes, RecordReport record, TimeProvider time)
{
    public async Task<Result<FeedbackCase>> Run(Guid ticket, string? typed, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (await db.FindUnconfirmed(ticket, now, stop) is not { } one) return FeedbackRefusals.Gone;
        var refused = new Act(PortalRegistration.Citizen, now, "feedback.refuse_code", $"feedback:{one.Ref}");
        if (!(await codes.Check($"feedback:{one.Ref}", typed, refused, stop)).TryGet(out var code, out var refusal)) return refusal;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!await codes.Use(code, now, stop) || !await record.Run(one, null, now, stop)) return FeedbackRefusals.Gone;
        await all.CommitAsync(stop);
        return one;
    }
}

/// <summary>Finds reports by their ticket.</summary>
internal static class TicketReach
{
    /// <summary>For so long a report may be confirmed, and is kept otherwise.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>One whose phone is not confirmed, tracked.</summary>
    public static Task<FeedbackCase?> FindUnconfirmed(this PlatformDb db, Guid ticket, DateTimeOffset now, CancellationToken stop)
    {
        var since = now - Kept;
        return db.Set<FeedbackCase>().FirstOrDefaultAsync(one => one.Ticket == ticket && one.State == FeedbackState.Unconfirmed && one.At > since, stop);
    }
}
