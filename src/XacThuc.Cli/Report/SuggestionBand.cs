namespace XacThuc.Cli.Report;

/// <summary>How sure the first suggestion of a record is.</summary>
internal enum SuggestionBand
{
    From99,
    From90,
    From50,
    Below50,
    None,
}

internal static class SuggestionBands
{
    public static SuggestionBand Of(double probability) => probability switch
    {
        >= 0.99 => SuggestionBand.From99,
        >= 0.9 => SuggestionBand.From90,
        >= 0.5 => SuggestionBand.From50,
        _ => SuggestionBand.Below50,
    };
}
