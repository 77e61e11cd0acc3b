using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;
using XacThuc.Matching;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Platform.Records.Papers;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Platform.Records;

/// <summary>How records are kept and sought.</summary>
internal static class RecordsTables
{
    public const string Records = "records";

    /// <summary>New records, many at a time.</summary>
    public static readonly BulkTable<VaccinationRecord> New = new(Records,
        new("Ref", NpgsqlDbType.Text, r => r.Ref), new("ExternalId", NpgsqlDbType.Text, r => r.ExternalId),
        new("UnitId", NpgsqlDbType.Bigint, r => r.UnitId), new("BroughtById", NpgsqlDbType.Bigint, r => r.BroughtById),
        new("SameKey", NpgsqlDbType.Bytea, r => r.SameKey), new("ImportId", NpgsqlDbType.Bigint, r => r.ImportId),
        new("Line", NpgsqlDbType.Bigint, r => r.Line), new("FullName", NpgsqlDbType.Text, r => r.FullName),
        new("Sex", NpgsqlDbType.Text, r => r.Sex), new("DateOfBirth", NpgsqlDbType.Text, r => r.DateOfBirth),
        new("IdNumber", NpgsqlDbType.Text, r => r.IdNumber), new("CommuneCode", NpgsqlDbType.Text, r => r.CommuneCode),
        new("Hamlet", NpgsqlDbType.Text, r => r.Hamlet), new("Phone", NpgsqlDbType.Text, r => r.Phone),
        new("PhoneFrom", NpgsqlDbType.Integer, r => (int)r.PhoneFrom), new("NameSearch", NpgsqlDbType.Text, r => r.NameSearch),
        new("NameSort", NpgsqlDbType.Text, r => r.NameSort), new("Digits", NpgsqlDbType.Text, r => r.Digits),
        new("BornOn", NpgsqlDbType.Integer, r => r.BornOn), new("Version", NpgsqlDbType.Integer, r => r.Version),
        new("NameVerdict", NpgsqlDbType.Smallint, _ => (short)0), new("SexVerdict", NpgsqlDbType.Smallint, _ => (short)0),
        new("DateVerdict", NpgsqlDbType.Smallint, _ => (short)0), new("NumberVerdict", NpgsqlDbType.Smallint, _ => (short)0),
        new("Reasons", NpgsqlDbType.Bigint, _ => 0L), new("AuthenticatedVersion", NpgsqlDbType.Integer, _ => 0),
        new("AddedAt", NpgsqlDbType.TimestampTz, r => r.AddedAt));

    private static readonly string NotRight =
        $"\"Status\" IN ({(int)RecordStatus.Mismatched}, {(int)RecordStatus.Unauthenticated}, {(int)RecordStatus.Invalid}) AND \"JoinedIntoId\" IS NULL";

    public static void Map(ModelBuilder model, bool isSqlite)
    {
        model.Entity<VaccinationRecord>(record =>
        {
            record.ToTable(Records);
            record.HasIndex(r => r.Ref).IsUnique();
            record.HasIndex(r => new { r.BroughtById, r.SameKey }).IsUnique();
            record.HasIndex(r => new { r.UnitId, r.Status, r.Id });

            // Whoever is put on a list is sought by their number among all records.
            record.HasIndex(r => r.Digits).HasFilter("\"Digits\" <> ''");

            // Citizens look theirs up by number or phone.
            record.HasIndex(r => r.Phone).HasFilter("\"Phone\" <> ''");
            if (!isSqlite)
            {
                IndexNotRight(record);
                // Every authentication writes the row anew: where its page has room, the indexes need no new entries.
                record.HasStorageParameter("fillfactor", 50);
            }

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

    // The work-list among millions: by age with what it is narrowed by, of one commune, and by name, of however many units.
    // A district's file of SQLite does without: there they would cost a run a fifth of its speed.
    private static void IndexNotRight(EntityTypeBuilder<VaccinationRecord> record)
    {
        record.HasIndex(r => new { r.UnitId, r.Id }).HasFilter(NotRight)
            .IncludeProperties(r => new { r.Status, r.NameVerdict, r.SexVerdict, r.DateVerdict, r.NumberVerdict, r.CommuneCode, r.Hamlet, r.NameSearch, r.Digits, r.ExternalId });
        record.HasIndex(r => new { r.CommuneCode, r.Id }).HasFilter(NotRight);
        record.HasIndex(r => new { r.NameSort, r.Id }).HasFilter(NotRight)
            .IncludeProperties(r => new { r.UnitId, r.Status, r.CommuneCode, r.Hamlet, r.NameSearch });
    }
}
