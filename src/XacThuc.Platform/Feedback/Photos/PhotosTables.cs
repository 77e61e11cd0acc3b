using Microsoft.EntityFrameworkCore;

namespace XacThuc.Platform.Feedback.Photos;

/// <summary>How photos are kept and sought.</summary>
internal static class PhotosTables
{
    public static void Map(ModelBuilder model) => model.Entity<FeedbackPhoto>(photo =>
    {
        photo.ToTable("feedback_photos");

        // Two added at once are two: the second cannot be saved as the same.
        photo.HasIndex(p => new { p.CaseId, p.Nth }).IsUnique();
    });
}
