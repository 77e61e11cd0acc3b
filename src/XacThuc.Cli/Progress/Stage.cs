namespace XacThuc.Cli.Progress;

/// <summary>What a run is doing.</summary>
internal enum Stage
{
    ReadingRegister,
    Indexing,
    Authenticating,
    Training,
    Suggesting,
    Generating,
    WritingReport,
}
