using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Audit;
using XacThuc.Web.Jobs;
using XacThuc.Web.Units;

namespace XacThuc.Web.Data;

/// <summary>
/// What every house keeps beside its own work: places, units, accounts, jobs, audit. Changes are saved with an
/// <see cref="Act"/> (<see cref="Save"/>) and in no other way.
/// </summary>
public abstract class HouseDb(DbContextOptions options) : IdentityUserContext<
    Account, long, IdentityUserClaim<long>, IdentityUserLogin<long>, IdentityUserToken<long>, IdentityUserPasskey<long>>(options)
{
    // SQLITE_CONSTRAINT_UNIQUE.
    private const int SqliteTwice = 2067;

    /// <summary>Administrative units with their times.</summary>
    public DbSet<Place> Places => Set<Place>();

    /// <summary>Organisations.</summary>
    public DbSet<Unit> Units => Set<Unit>();

    /// <summary>Long work.</summary>
    public DbSet<Job> Jobs => Set<Job>();

    /// <summary>What was done.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>What the house remembers of itself.</summary>
    public DbSet<HouseFact> Facts => Set<HouseFact>();

    /// <summary>Whether the database is SQLite; PostgreSQL otherwise.</summary>
    public bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>What the model cannot say: views, and what keeps them true. Made once, after the tables.</summary>
    public virtual IReadOnlyList<string> BesideTables => [];

    /// <summary>Saves what changed, and that it was changed, in one transaction.</summary>
    public Task Save(Act act, CancellationToken stop)
    {
        Note(act);
        return SaveChangesAsync(stop);
    }

    /// <summary>Saves what somebody else may have changed, or added, a moment before.</summary>
    /// <returns>Whether it was saved; whoever comes second has saved nothing, and nothing is tracked any more.</returns>
    public async Task<bool> SaveFirst(Act act, CancellationToken stop)
    {
        try
        {
            await Save(act, stop);
            return true;
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || IsTwice(problem))
        {
            ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Whether something was to be kept twice that may be there once.</summary>
    public static bool IsTwice(Exception failed) => failed switch
    {
        DbUpdateException { InnerException: { } inner } => IsTwice(inner),
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode == SqliteTwice,
        PostgresException postgres => postgres.SqlState.Equals(PostgresErrorCodes.UniqueViolation, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Adds to the audit what will be saved with the next <see cref="Save"/>.</summary>
    public void Note(Act act) => Audit.Add(new AuditEntry
    {
        At = act.At,
        Who = act.By.Name,
        UnitCode = act.By.UnitCode,
        Role = act.By.Role,
        Kind = act.Kind,
        Subject = act.Subject,
        Reason = act.Reason,
    });

    /// <inheritdoc/>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no type for moments: milliseconds since 1970 sort and compare as numbers.
        if (IsSqlite) configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict<long>();
        HouseTables.Map(builder);
    }
}
