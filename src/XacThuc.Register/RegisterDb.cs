using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange;
using XacThuc.Register.Authentication.Guessing;
using XacThuc.Register.Cards;
using XacThuc.Register.Cases;
using XacThuc.Register.Identity;
using XacThuc.Register.Population;
using XacThuc.Register.Verification;
using XacThuc.Web.Data;

namespace XacThuc.Register;

/// <summary>What the police house keeps.</summary>
public sealed class RegisterDb(DbContextOptions<RegisterDb> options) : HouseDb(options)
{
    /// <summary>The population.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Wrong records that wait for the police, or did.</summary>
    public DbSet<Case> Cases => Set<Case>();

    /// <inheritdoc/>
    public override IReadOnlyList<string> BesideTables => CaseCounts.Statements(IsSqlite);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        PopulationTables.Map(builder);
        GuessingTables.Map(builder);
        CasesTables.Map(builder, IsSqlite);
        VerificationTables.Map(builder);
        CardsTables.Map(builder);
        IdentityTables.Map(builder);
        BorderTables.Map(builder);
    }
}
