using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Population.Import;

namespace XacThuc.Register.Population;

/// <summary>How the population is kept.</summary>
internal static class PopulationTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.Ignore(p => p.Written);
            person.HasIndex(p => new { p.PersonalId, p.Ordinal }).IsUnique();
            person.HasIndex(p => new { p.CommuneCode, p.NameSort });
            person.HasIndex(p => p.Changed);
        });
        model.Entity<PopulationState>(state =>
        {
            state.ToTable("population");
            state.Property(s => s.Id).ValueGeneratedNever();
            state.HasData(new PopulationState());
        });
        model.Entity<ImportProblem>(problem =>
        {
            problem.ToTable("import_problems");
            problem.HasIndex(p => new { p.JobId, p.Id });
        });
    }
}
