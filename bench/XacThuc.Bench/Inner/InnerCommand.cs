using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

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
            BenchmarkSwitcher.FromTypes([typeof(BatchBenchmarks)]).Run([.. Default(parsed.UnmatchedTokens)], Config()));
        return command;
    }

    // In this process: a project that BenchmarkDotNet generates would be held to this repository's build rules.
    private static ManualConfig Config() => DefaultConfig.Instance
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "xacthuc-benchmarks"));

    private static IEnumerable<string> Default(IReadOnlyList<string> given) => given.Count > 0 ? given : ["--filter", "*"];
}
