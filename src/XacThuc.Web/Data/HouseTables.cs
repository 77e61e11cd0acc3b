using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Audit;
using XacThuc.Web.Jobs;
using XacThuc.Web.Units;

namespace XacThuc.Web.Data;

/// <summary>How the tables that every house has are called and sought.</summary>
internal static class HouseTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<HouseFact>().ToTable("house_facts").HasKey(fact => fact.Name);
        model.Entity<Place>(place =>
        {
            place.ToTable("places");
            place.HasIndex(p => new { p.Code, p.Level, p.ValidFrom }).IsUnique();
            place.HasIndex(p => p.Path);
            place.HasIndex(p => p.Edition);
        });
        model.Entity<Unit>(unit =>
        {
            unit.ToTable("units");
            unit.HasIndex(u => u.Code).IsUnique();
            unit.HasIndex(u => u.Path);
        });
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.HasOne(a => a.Unit).WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<IdentityUserClaim<long>>().ToTable("account_claims");
        model.Entity<IdentityUserLogin<long>>().ToTable("account_logins");
        model.Entity<IdentityUserToken<long>>().ToTable("account_tokens");
        model.Entity<Job>(job =>
        {
            job.ToTable("jobs");
            job.HasIndex(j => new { j.State, j.Id });
            job.HasIndex(j => new { j.UnitId, j.Kind, j.IdempotencyKey }).IsUnique();
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit");
            entry.HasIndex(e => e.Link).IsUnique();
            entry.HasIndex(e => new { e.Subject, e.Id });
        });
    }
}
