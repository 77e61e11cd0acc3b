using Microsoft.EntityFrameworkCore;

namespace XacThuc.Register.Verification;

/// <summary>How lists are kept.</summary>
internal static class VerificationTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<VerificationList>(list =>
        {
            list.ToTable("verification_lists");
            list.HasIndex(l => l.Code).IsUnique();
            list.HasIndex(l => new { l.CommuneCode, l.State, l.Id });
            list.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<VerificationRow>(row =>
        {
            row.ToTable("verification_rows");
            row.HasIndex(r => new { r.ListId, r.Number }).IsUnique();
        });
    }
}
