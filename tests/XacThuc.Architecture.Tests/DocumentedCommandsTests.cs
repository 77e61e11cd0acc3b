using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace XacThuc.Architecture.Tests;

public sealed partial class DocumentedCommandsTests
{
    public static TheoryData<string> Pages => [.. Repository.Files("", ".md")
        .Where(page => CommandLine().IsMatch(Repository.Read(page)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_and_option_of_a_page_exists(string page)
    {
        Assert.SkipWhen(Help("--help").Length == 0, "The command has no commands yet.");
        var missing = from Match line in CommandLine().Matches(Continued().Replace(Repository.Read(page), " "))
                      let verb = line.Groups["verb"].Value
                      where !IsVerbOfTheFrontDoor(verb)
                      let help = IsCommand(verb) ? HelpOf(verb, line.Groups["below"].Value) : null
                      from word in help is null ? [verb] : Option().Matches(line.Value).Select(option => option.Value)
                      where help is null || !Regex.IsMatch(help, $@"(?<![\w-]){word}(?![\w-])")
                      select $"{page}: {verb} {word}";

        Repository.OnlyExcept([], missing);
    }

    private static bool IsVerbOfTheFrontDoor(string verb) =>
        Regex.IsMatch(Repository.Read("xacthuc"), $@"^  {verb}\) ", RegexOptions.Multiline);

    private static bool IsCommand(string verb) =>
        Regex.IsMatch(Help("--help"), $@"^\s+{verb}\b", RegexOptions.Multiline);

    // A command may have commands below it; another word is its argument.
    private static string HelpOf(string verb, string below)
    {
        var help = Help(verb, "--help");
        return below.Length > 0 && Regex.IsMatch(help, $@"^\s+{below}\b", RegexOptions.Multiline) ? Help(verb, below, "--help") : help;
    }

    private static string Help(params string[] words)
    {
        var command = Path.Combine(AppContext.BaseDirectory, "xacthuc.dll");
        var start = new ProcessStartInfo("dotnet", [command, .. words]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }

    [GeneratedRegex(@"^( *|.*`)(\./)?xacthuc (?<verb>[a-z][a-z-]*)( (?<below>[a-z]+))?[^`\n]*", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued();

    [GeneratedRegex(@"--[a-z][a-z-]+")]
    private static partial Regex Option();
}
