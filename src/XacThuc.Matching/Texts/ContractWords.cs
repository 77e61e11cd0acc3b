namespace XacThuc.Matching.Texts;

/// <summary>The contract's words for statuses and verdicts, as they stand in files and messages. Stable.</summary>
public static class ContractWords
{
    /// <summary>The word of a status.</summary>
    public static string Of(RecordStatus status) => status switch
    {
        RecordStatus.Matched => "matched",
        RecordStatus.Mismatched => "mismatched",
        RecordStatus.Unauthenticated => "unauthenticated",
        RecordStatus.Invalid => "invalid",
    };

    /// <summary>The word of a verdict.</summary>
    public static string Of(FieldVerdict verdict) => verdict switch
    {
        FieldVerdict.NotCompared => "not_compared",
        FieldVerdict.Right => "right",
        FieldVerdict.Wrong => "wrong",
        FieldVerdict.Missing => "missing",
        FieldVerdict.Unreadable => "unreadable",
    };

    /// <summary>The status of a word, or <see langword="null"/>.</summary>
    public static RecordStatus? FindStatus(string word) =>
        Enum.GetValues<RecordStatus>().Cast<RecordStatus?>().FirstOrDefault(status => Of(status!.Value).Equals(word, StringComparison.Ordinal));

    /// <summary>The verdict of a word, or <see langword="null"/>.</summary>
    public static FieldVerdict? FindVerdict(string word) =>
        Enum.GetValues<FieldVerdict>().Cast<FieldVerdict?>().FirstOrDefault(verdict => Of(verdict!.Value).Equals(word, StringComparison.Ordinal));
}
