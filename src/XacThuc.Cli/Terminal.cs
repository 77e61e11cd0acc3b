using XacThuc.Matching.Texts;

namespace XacThuc.Cli;

/// <summary>Where the command speaks: results on one side, progress and refusals on the other.</summary>
internal sealed record Terminal(TextWriter Out, bool IsOutTerminal, TextWriter Error, bool IsErrorTerminal, TimeProvider Time)
{
    /// <summary>The process's own.</summary>
    public static Terminal Own { get; } = new(
        Console.Out, !Console.IsOutputRedirected, Console.Error, !Console.IsErrorRedirected, TimeProvider.System);

    /// <summary>The language of the environment: Vietnamese where it says so, English elsewhere.</summary>
    public static Language OfEnvironment =>
        IsVietnamese("LC_ALL", "LC_MESSAGES", "LANG") ? Language.Vietnamese : Language.English;

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    /// <summary>Says in one line why nothing was done.</summary>
    public int Refuse(string sentence)
    {
        Error.WriteLine(sentence);
        return ExitCode.Refused;
    }

    // The first that is set decides, as everywhere in POSIX.
    private static bool IsVietnamese(params ReadOnlySpan<string> variables)
    {
        foreach (var variable in variables)
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } locale)
                return locale.StartsWith("vi", StringComparison.OrdinalIgnoreCase);
        return false;
    }
}
