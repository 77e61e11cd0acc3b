using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses.Bring;
using XacThuc.Platform.Doses.Bring.People;
using XacThuc.Platform.Doses.Evidence;
using XacThuc.Platform.Doses.Same;

namespace XacThuc.Platform.Doses;

/// <summary>How doses from elsewhere, and what is asked about doses, are kept.</summary>
internal static class DosesTables
{
    public const string Doses = "doses";
    public const string Rows = "dose_rows";
    public const string Candidates = "dose_candidates";

    public static void Map(ModelBuilder model)
    {
        model.Entity<Dose>(dose =>
        {
            dose.ToTable(Doses);
            dose.HasIndex(d => d.EntryKey).IsUnique();
            dose.HasIndex(d => new { d.RecordId, d.Number });
            dose.HasIndex(d => new { d.SessionId, d.Lot });
            dose.Property(d => d.Version).IsConcurrencyToken();
        });
        model.Entity<DoseVersion>(version =>
        {
            version.ToTable("dose_versions");
            version.HasIndex(v => new { v.DoseId, v.Version }).IsUnique();
        });
        model.Entity<DoseFile>(file =>
        {
            file.ToTable("dose_files");
            file.HasIndex(f => new { f.UnitId, f.Id });
        });
        model.Entity<DoseRow>(row =>
        {
            row.ToTable(Rows);

            // Brought again, no row is there twice.
            row.HasIndex(r => new { r.UnitId, r.RowKey }).IsUnique();
            row.HasIndex(r => new { r.UnitId, r.PersonKey });
            row.HasIndex(r => new { r.FileId, r.State, r.Line });
            row.HasIndex(r => r.DoseKey);
        });
        model.Entity<DoseCandidate>(candidate =>
        {
            candidate.ToTable(Candidates);
            candidate.HasIndex(c => new { c.FileId, c.PersonKey });
        });
        model.Entity<DosePaper>(paper =>
        {
            paper.ToTable("dose_papers");
            paper.HasIndex(p => new { p.DoseId, p.Digest }).IsUnique();
        });
        model.Entity<SamePair>(pair =>
        {
            pair.ToTable("same_pairs");
            pair.HasIndex(p => new { p.Kind, p.FirstId, p.SecondId }).IsUnique();
            pair.HasIndex(p => new { p.UnitId, p.State });
            pair.HasIndex(p => new { p.OtherUnitId, p.State });
            pair.HasIndex(p => p.SecondId);
            pair.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<SameEvent>(one =>
        {
            one.ToTable("same_events");
            one.HasIndex(e => e.PairId);
        });
        model.Entity<SameMove>(move =>
        {
            move.ToTable("same_moves");
            move.HasIndex(m => m.PairId);
            move.HasIndex(m => new { m.Kind, m.ItemId });
        });
    }
}
