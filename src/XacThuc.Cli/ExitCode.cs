namespace XacThuc.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    public const int Ran = 0;

    /// <summary>Bad arguments or unusable files, said in one plain line.</summary>
    public const int Refused = 2;

    /// <summary>Stopped from the keyboard, as shells count it.</summary>
    public const int Stopped = 130;
}
