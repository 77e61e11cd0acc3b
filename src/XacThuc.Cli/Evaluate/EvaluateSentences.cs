namespace XacThuc.Cli.Evaluate;

/// <summary>Everything this folder says to a person, together so that it can be translated.</summary>
internal static class EvaluateSentences
{
    public const string NotRead = "This file could not be read: check its name and folder, and that it may be read.";
    public const string RepeatedTruth = "This record id stands in the truth file twice; the second row was passed over.";
    public const string RepeatedResult = "This record id stands in the results twice; the second row was passed over.";
    public const string UnknownResult = "This record is not in the truth file; the row was passed over.";
    public const string UnknownSuggestion = "This suggestion is for a record that is not in the truth file; the row was passed over.";
    public const string BrokenStatus = "The status is none of matched, mismatched, unauthenticated, invalid; the row was passed over.";
    public const string BrokenExpected =
        "The expected status is none of matched, mismatched, unauthenticated, invalid, other; the row was passed over.";
    public const string BrokenPerson = "The personal id is not a number of at most 12 digits; the row was passed over.";
    public const string BrokenSuggestion =
        "The rank is not a number from 1 on, or the probability not one between 0 and 1; the row was passed over.";
    public const string MissingResult = "There is no result for this record of the truth file.";
    public const string ShortRow = "The row has too few cells; it was passed over.";

    public static string NoColumn(string heading) => $"There is no column \"{heading}\": name it in the first line.";

    public static string More(long count) => $"{count} more problems are not shown.";
}
