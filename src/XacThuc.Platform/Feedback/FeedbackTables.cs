using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Feedback.Photos;

namespace XacThuc.Platform.Feedback;

/// <summary>How cases are kept and sought.</summary>
internal static class FeedbackTables
{
    public const string Steps = "feedback_steps";

    public static void Map(ModelBuilder model)
    {
        model.Entity<FeedbackCase>(one =>
        {
            one.ToTable("feedback_cases");
            one.HasIndex(c => c.Ref).IsUnique();
            one.HasIndex(c => c.EntryKey).IsUnique();
            one.HasIndex(c => c.Ticket).IsUnique();
            one.HasIndex(c => c.FollowCode).IsUnique();
            one.HasIndex(c => new { c.UnitId, c.State, c.DueAt, c.Id });
            one.HasIndex(c => new { c.State, c.At });
            one.HasIndex(c => new { c.Level, c.DueAt }).HasFilter($"\"State\" IN ({(int)FeedbackState.Open}, {(int)FeedbackState.PutOff})");
            one.HasIndex(c => new { c.PersonKey, c.State });
            one.HasIndex(c => c.RecordId);
            one.HasIndex(c => new { c.UnitId, c.RecordedAt });
            one.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<ReportedDose>(dose =>
        {
            dose.ToTable("feedback_doses");
            dose.HasIndex(d => new { d.CaseId, d.Nth }).IsUnique();
        });
        model.Entity<CaseStep>(step =>
        {
            step.ToTable(Steps);
            step.HasIndex(s => s.CaseId);
        });
        PhotosTables.Map(model);
    }
}
