using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Register.Cases.Correct;
using XacThuc.Register.Cases.Decide;

namespace XacThuc.Register.Cases;

/// <summary>How cases are kept.</summary>
internal static class CasesTables
{
    public static void Map(ModelBuilder model, bool isSqlite)
    {
        model.Entity<Case>(wrong =>
        {
            wrong.ToTable("cases");
            wrong.Ignore(c => c.Written);
            wrong.HasIndex(c => c.Ref).IsUnique();
            wrong.HasIndex(c => new { c.CommuneCode, c.State, c.ReasonKey, c.OpenedAt });
            wrong.HasIndex(c => new { c.State, c.CommuneCode, c.Id })
                .IncludeProperties(c => new { c.Hamlet, c.ReasonKey, c.OpenedAt, c.NameSearch });
            // A district's file of SQLite is small enough to be sorted.
            if (!isSqlite)
                wrong.HasIndex(c => new { c.NameSort, c.Id }).HasFilter($"\"State\" = {(int)CaseState.Open}")
                    .IncludeProperties(c => new { c.CommuneCode, c.Hamlet, c.ReasonKey, c.NameSearch });
        });
        model.Entity<CaseCount>().HasNoKey().ToView("case_counts");
        model.Entity<CaseDecision>(decision =>
        {
            decision.ToTable("case_decisions");
            decision.HasIndex(d => d.CaseId);
        });
        model.Entity<BulkProposal>(proposal =>
        {
            proposal.ToTable("bulk_proposals");
            proposal.HasIndex(p => new { p.State, p.Id });
        });
        model.Entity<RegisterCorrection>(correction =>
        {
            correction.ToTable("register_corrections");
            correction.HasIndex(c => new { c.State, c.Id });
        });
    }
}
