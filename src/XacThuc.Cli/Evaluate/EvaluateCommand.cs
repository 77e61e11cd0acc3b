using System.CommandLine;
using System.Text;
using Spectre.Console;
using XacThuc.Tables;

namespace XacThuc.Cli.Evaluate;

/// <summary><c>xacthuc evaluate</c>: how good results and suggestions are, told by a truth file.</summary>
internal static class EvaluateCommand
{
    private const int Unusable = 2, PlainWidth = 140;

    public static Command Create()
    {
        var truth = new Option<string>("--truth")
        {
            Description = "What is so: record_id,personal_id,expected_status,damage",
            Required = true,
        };
        var results = new Option<string>("--results") { Description = "Results of authenticate", Required = true };
        var suggestions = new Option<string?>("--suggestions") { Description = "Suggestions of authenticate" };
        var json = new Option<string?>("--json") { Description = "Write the figures to this file as JSON as well" };
        var command = new Command("evaluate", "Score results and suggestions against a truth file")
        {
            truth, results, suggestions, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(truth), parsed.GetRequiredValue(results), parsed.GetValue(suggestions),
            parsed.GetValue(json), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(
        string truth, string results, string? suggestions, string? json, InvocationConfiguration streams)
    {
        if (Evaluation.Run(truth, results, suggestions, out var refusal) is not { } figures
            || (json is not null && !TryWrite(json, figures.ToJson(), out refusal)))
        {
            streams.Error.WriteLine(refusal);
            return Unusable;
        }

        if (json is not "-") EvaluationTables.Write(NewConsole(streams.Output), figures);
        foreach (var problem in figures.FirstProblems) streams.Error.WriteLine(problem);
        var more = figures.Problems - figures.FirstProblems.Length;
        if (more > 0) streams.Error.WriteLine(EvaluateSentences.More(more));
        return 0;
    }

    // Into a pipe or file the tables go as wide as they are.
    private static IAnsiConsole NewConsole(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = PlainWidth;
        return console;
    }

    private static bool TryWrite(string path, string text, out string refusal)
    {
        if (!AtomicOutput.TryOpen(path, out var output, out var why))
        {
            refusal = why;
            return false;
        }

        using (output)
        {
            try
            {
                refusal = "";
                RandomAccess.Write(output.Handle, Encoding.UTF8.GetBytes(text + "\n"), output.Start);
                if (output.TryCommit(out why)) return true;
                refusal = why;
                return false;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                refusal = $"{path}: {AtomicOutput.SentenceOf(e)}";
                return false;
            }
        }
    }
}
