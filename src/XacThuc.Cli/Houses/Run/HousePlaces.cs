using Npgsql;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.Run;

/// <summary>Where each house keeps what is its own.</summary>
internal static class HousePlaces
{
    public static HouseSettings Settings(RunOptions options, HouseKind house) => new()
    {
        House = house,
        Url = house == HouseKind.Platform ? options.Platform : options.Register,
        PartnerUrl = house == HouseKind.Platform ? options.Register : options.Platform,
        Folder = Folder(options.Data, house),
        Database = Database(options.Data, options.Postgres, house),
        IsSample = options.Sample != SampleSize.None,
        SignsBorder = options.SignsBorder,
        BorderTls = options.BorderTls,
    };

    public static string Folder(string data, HouseKind house) => Path.GetFullPath(Path.Combine(data, NameOf(house)));

    /// <summary>A file in the house's folder, or a database of the server named after the one in the connection.</summary>
    public static HouseDatabase Database(string data, string? postgres, HouseKind house)
    {
        if (postgres is null) return HouseDatabase.Sqlite(Path.Combine(Folder(data, house), $"{NameOf(house)}.db"));
        var named = new NpgsqlConnectionStringBuilder(postgres).Database;
        return HouseDatabase.Postgres(postgres, $"{(named is null or "" or "postgres" ? "xacthuc" : named)}_{NameOf(house)}");
    }

    private static string NameOf(HouseKind house) => house switch
    {
        HouseKind.Platform => "platform",
        HouseKind.Register => "register",
    };
}
