using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Authentication.Guessing;
using XacThuc.Register.Cases;
using XacThuc.Register.Population;
using XacThuc.Web.Data;

namespace XacThuc.Register;

/// <summary>What the police house keeps.</summary>
public sealed class RegisterDb(DbContextOptions<RegisterDb> options) : HouseDb(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        PopulationTables.Map(builder);
        GuessingTables.Map(builder);
        CasesTables.Map(builder);
    }
}
