using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Register.Authentication.Guessing;

/// <summary>How tries and reports are kept.</summary>
internal static class GuessingTables
{
    public static BulkTable<GuessingTry> Tries { get; } = new(
        "guessing_tries",
        new("At", NpgsqlDbType.TimestampTz, t => t.At), new("Account", NpgsqlDbType.Text, t => t.Account),
        new("UnitCode", NpgsqlDbType.Text, t => t.UnitCode), new("Ref", NpgsqlDbType.Text, t => t.Ref),
        new("NumberKey", NpgsqlDbType.Bigint, t => t.NumberKey), new("ValuesKey", NpgsqlDbType.Bigint, t => t.ValuesKey));

    public static void Map(ModelBuilder model)
    {
        model.Entity<GuessingTry>(tried =>
        {
            tried.ToTable("guessing_tries");
            tried.HasIndex(t => t.At);
        });
        model.Entity<GuessingReport>(report =>
        {
            report.ToTable("guessing_reports");
            report.HasIndex(r => r.At);
        });
    }
}
