

namespace XacThuc.Cli.Report;

/// <summary>What a figure stands for; decides its colour, pattern and icon, never alone.</summary>
internal enum Tone
{
    Plain,
    Right,
    Wrong,
    Waiting,
    Invalid,
    Note,
}

internal static class Tones
{
    /// <summary>The tone as style and script call it.</summary>
    public static string Word(this Tone tone) => tone switch
    {
        Tone.Plain => "plain",
        Tone.Right => "right",
        Tone.Wrong => "wrong",
        Tone.Waiting => "waiting",
        Tone.Invalid => "invalid",
        Tone.Note => "note",
    };
}
