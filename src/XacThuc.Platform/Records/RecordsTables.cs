using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Platform.Records.Papers;

namespace XacThuc.Platform.Records;

/// <summary>How records are kept and sought.</summary>
internal static class RecordsTables
{
    public const string Records = "records";

    public static void Map(ModelBuilder model)
    {
        model.Entity<VaccinationRecord>(record =>
        {
            record.ToTable(Records);
            record.HasIndex(r => r.Ref).IsUnique();
            record.HasIndex(r => new { r.BroughtById, r.SameKey }).IsUnique();
            // With what lists are narrowed by (PostgreSQL): they are counted without a look at the records.
            record.HasIndex(r => new { r.UnitId, r.Status, r.Id })
                .IncludeProperties(r => new { r.NameVerdict, r.SexVerdict, r.DateVerdict, r.NumberVerdict, r.CommuneCode, r.NameSearch });
            record.Property(r => r.Version).IsConcurrencyToken();
        });
        model.Entity<RecordVersion>(version =>
        {
            version.ToTable("record_versions");
            version.HasIndex(v => new { v.RecordId, v.Version }).IsUnique();
        });
        model.Entity<RecordPaper>(paper =>
        {
            paper.ToTable("record_papers");
            paper.HasIndex(p => new { p.RecordId, p.Digest }).IsUnique();
        });
        model.Entity<PaperFile>(file =>
        {
            file.ToTable("paper_files");
            file.HasKey(f => f.Digest);
        });
        model.Entity<ImportedFile>(file =>
        {
            file.ToTable("imports");
            file.HasIndex(f => f.Stored).IsUnique();
            file.HasIndex(f => new { f.UnitId, f.Id });
        });
        model.Entity<ColumnMemory>(memory =>
        {
            memory.ToTable("import_columns");
            memory.HasKey(m => new { m.UnitId, m.Signature });
        });
        model.Entity<ImportRow>(row =>
        {
            row.ToTable("import_rows");
            row.HasIndex(r => new { r.ImportId, r.State, r.Line });
        });
    }
}
