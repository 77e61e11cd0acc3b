using System.CommandLine;
using XacThuc.Bench.Nation;
using XacThuc.Bench.Suggest;

namespace XacThuc.Bench.Peers;

/// <summary>The bench started as one of the peers, so that each pays for a process start.</summary>
internal static class PeerCommand
{
    public static readonly Dictionary<string, Action<PeerFiles>> Peers = new(StringComparer.Ordinal)
    {
        ["duckdb-fastest"] = DuckDbJoin.RunFastest,
        ["duckdb-personal-only"] = DuckDbJoin.RunPersonalOnly,
        ["duckdb-ordered"] = DuckDbJoin.RunOrdered,
        ["sqlite"] = SqliteJoin.Run,
        ["postgres"] = PostgresJoin.Run,
        ["dictionary"] = DictionaryProgram.Run,
        ["newlines"] = NewlineFloor.Run,
        ["touch-limit"] = TouchLimit.Run,
        ["splink-narrow-levenshtein"] = files => SplinkStyle.Run(files, BlockingRules.Narrow, "levenshtein"),
        ["splink-narrow-damerau"] = files => SplinkStyle.Run(files, BlockingRules.Narrow, "damerau_levenshtein"),
        ["splink-wide-levenshtein"] = files => SplinkStyle.Run(files, BlockingRules.Wide, "levenshtein"),
        ["splink-wide-damerau"] = files => SplinkStyle.Run(files, BlockingRules.Wide, "damerau_levenshtein"),
    };

    public static Command Create()
    {
        var name = new Argument<string>("name");
        var register = new Argument<string>("register");
        var records = new Argument<string>("records");
        var output = new Argument<string>("out");
        var command = new Command("peer", "Run one peer") { name, register, records, output };
        command.Hidden = true;
        command.SetAction(parsed => Peers[parsed.GetRequiredValue(name)](new PeerFiles(
            parsed.GetRequiredValue(register), parsed.GetRequiredValue(records), parsed.GetRequiredValue(output))));
        return command;
    }
}
