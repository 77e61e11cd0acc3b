using Microsoft.EntityFrameworkCore;

namespace XacThuc.Platform.Cleaning;

/// <summary>How lists are kept.</summary>
internal static class CleaningTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CleaningList>(list =>
        {
            list.ToTable("cleaning_lists");
            list.HasIndex(l => l.Code).IsUnique();
            list.HasIndex(l => new { l.UnitId, l.Id });
            list.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<ListedRecord>(listed =>
        {
            // One row a record: what stands on two open lists cannot be saved.
            listed.ToTable("cleaning_listed");
            listed.HasKey(l => l.RecordId);
            listed.Property(l => l.RecordId).ValueGeneratedNever();
            listed.HasIndex(l => l.ListId);
        });
        model.Entity<CleaningRow>(row =>
        {
            row.ToTable("cleaning_rows");
            row.HasIndex(r => new { r.ListId, r.Number }).IsUnique();
            row.HasIndex(r => r.RecordId);
        });
        model.Entity<CleaningFile>(file =>
        {
            file.ToTable("cleaning_files");
            file.HasIndex(f => new { f.ListId, f.Digest }).IsUnique();
        });
    }
}
