using Npgsql;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Bench.Served;

/// <summary>A health house run within the bench itself, on the database that a served one set up.</summary>
internal static class InnerHouse
{
    /// <summary>Its settings: a port that nobody has, a police house that is away.</summary>
    public static HouseSettings Of(string folder, string postgres, string database) => new()
    {
        House = HouseKind.Platform,
        Url = new Uri("http://127.0.0.1:0"),
        PartnerUrl = new Uri("http://127.0.0.1:1"),
        Folder = folder,
        Database = HouseDatabase.Postgres(postgres, new NpgsqlConnectionStringBuilder(database).Database!),
        IsSample = true,
    };
}
