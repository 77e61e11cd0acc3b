using Microsoft.EntityFrameworkCore;

namespace XacThuc.Register.Cleaning;

/// <summary>How lists are kept.</summary>
internal static class CleaningTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CleaningList>(list =>
        {
            list.ToTable("cleaning_lists");
            list.HasIndex(l => l.Code).IsUnique();
            list.HasIndex(l => new { l.CommuneCode, l.State, l.Id });
            list.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<CleaningRow>(row =>
        {
            row.ToTable("cleaning_rows");
            row.HasIndex(r => new { r.ListId, r.Number }).IsUnique();
        });
    }
}
