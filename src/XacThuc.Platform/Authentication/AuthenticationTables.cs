using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Authentication.Decisions;

namespace XacThuc.Platform.Authentication;

/// <summary>How runs are kept and sought.</summary>
internal static class AuthenticationTables
{
    public const string Results = "run_results";
    public const string Figures = "run_figures";

    public static void Map(ModelBuilder model)
    {
        model.Entity<AuthenticationRun>(run =>
        {
            run.ToTable("runs");
            run.Property(r => r.Id).ValueGeneratedNever();
            run.HasIndex(r => new { r.UnitId, r.Id });
        });
        model.Entity<RunResult>(result =>
        {
            result.ToTable(Results);
            result.HasKey(r => new { r.RunId, r.RecordId });
            result.HasIndex(r => r.RecordId);
        });
        model.Entity<RunFigure>(figure =>
        {
            figure.ToTable(Figures);
            figure.HasKey(f => new { f.RunId, f.UnitId, f.CommuneCode, f.Outcome });
            figure.HasIndex(f => new { f.UnitId, f.RunId });
        });
        model.Entity<SingleResult>(result =>
        {
            result.ToTable("single_results");
            result.HasIndex(r => r.RecordId);
        });
        model.Entity<RecordDecision>(decision =>
        {
            decision.ToTable("decisions");
            decision.HasIndex(d => d.RecordId);
            decision.HasIndex(d => new { d.UnitId, d.State, d.Kind, d.Id });
        });
    }
}
