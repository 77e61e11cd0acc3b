using System.CommandLine;
using XacThuc.Bench.Measuring;

namespace XacThuc.Bench.Running;

/// <summary>The published command <c>xacthuc</c>: what is measured, as a user runs it.</summary>
internal sealed class Engine(string path)
{
    private const string Published = "artifacts/publish/XacThuc.Cli/release/xacthuc";

    public static Option<string?> Option() => new("--engine")
    {
        Description = $"The built command; without it {Published}, above this folder",
    };

    public string Path => path;

    public static Engine Find(string? named)
    {
        if (named is not null)
            return File.Exists(named) ? new Engine(System.IO.Path.GetFullPath(named)) : throw new Refused($"{named}: there is no such program.");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, Published);
            if (File.Exists(candidate)) return new Engine(candidate);
        }

        throw new Refused($"{Published} is not there: publish it (./xacthuc --version does) or name it with --engine.");
    }

    public Contestant Authenticate(string name, string register, string records, string results, bool withSuggestions = false)
    {
        var suggestions = withSuggestions ? results + ".suggestions" : null;
        string[] arguments = ["authenticate", "--register", register, "--records", records, "--out", results];
        if (suggestions is not null) arguments = [.. arguments, "--suggest", suggestions];
        return new Contestant(name, path, arguments, results, suggestions);
    }

    /// <summary>Runs the command to its end; refuses when it fails.</summary>
    public Measured Run(params string[] arguments)
    {
        Console.Error.WriteLine($"xacthuc {string.Join(' ', arguments)}");
        var measured = ChildProcess.Run(path, arguments);
        return measured.ExitCode == 0
            ? measured
            : throw new Refused($"xacthuc {arguments[0]} ended with code {measured.ExitCode}: {measured.Said}");
    }
}

/// <summary>The bench cannot go on; the message is for the user.</summary>
internal sealed class Refused(string message) : Exception(message);
