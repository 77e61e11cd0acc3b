using XacThuc.Cli.Report.Texts;

namespace XacThuc.Cli;

/// <summary>Where the command speaks: results on one side, progress and refusals on the other.</summary>
internal sealed record Terminal(TextWriter Out, bool IsOutTerminal, TextWriter Error, bool IsErrorTerminal, TimeProvider Time)
{
    /// <summary>The process's own.</summary>
    public static Terminal Own { get; } = new(
        Console.Out, !Console.IsOutputRedirected, Console.Error, !Console.IsErrorRedirected, TimeProvider.System);

    /// <summary>Vietnamese where the environment says so, English elsewhere.</summary>
    public static Language Language =>
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "")
            .StartsWith("vi", StringComparison.OrdinalIgnoreCase) ? Language.Vietnamese : Language.English;

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    /// <summary>Says in one line why nothing was done.</summary>
    public int Refuse(string sentence)
    {
        Error.WriteLine(sentence);
        return ExitCode.Refused;
    }
}
