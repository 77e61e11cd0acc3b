using System.CommandLine;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.House;

/// <summary>How a command is told which house it works on.</summary>
internal static class HouseOptions
{
    public static Option<string> Data() => new("--data") { Description = "The folder of the houses", DefaultValueFactory = _ => ".data/run" };

    public static Option<string> House() =>
        new Option<string>("--house") { Description = "platform or register", Required = true }.AcceptOnlyFromAmong("platform", "register");

    public static Option<string?> Postgres() => new("--postgres") { Description = "Connection to the PostgreSQL server, where the house uses one" };

    public static HouseKind Kind(this ParseResult parsed, Option<string> house) =>
        Enum.Parse<HouseKind>(parsed.GetRequiredValue(house), ignoreCase: true);
}
