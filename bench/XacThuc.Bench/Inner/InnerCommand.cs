using System.CommandLine;
using BenchmarkDotNet.Running;

namespace XacThuc.Bench.Inner;

/// <summary>The inner parts under BenchmarkDotNet; further arguments go to it.</summary>
internal static class InnerCommand
{
    public static Command Create()
    {
        var command = new Command("inner", "Reading and comparing under BenchmarkDotNet; arguments go to it")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(parsed =>
            BenchmarkSwitcher.FromTypes([typeof(BatchBenchmarks)]).Run([.. Default(parsed.UnmatchedTokens)]));
        return command;
    }

    private static IEnumerable<string> Default(IReadOnlyList<string> given) => given.Count > 0 ? given : ["--filter", "*"];
}
