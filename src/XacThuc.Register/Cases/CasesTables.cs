using Microsoft.EntityFrameworkCore;

namespace XacThuc.Register.Cases;

/// <summary>How cases are kept.</summary>
internal static class CasesTables
{
    public static void Map(ModelBuilder model) => model.Entity<Case>(wrong =>
    {
        wrong.ToTable("cases");
        wrong.HasIndex(c => c.Ref).IsUnique();
        wrong.HasIndex(c => new { c.CommuneCode, c.State, c.ReasonKey, c.NameSort });
    });
}
