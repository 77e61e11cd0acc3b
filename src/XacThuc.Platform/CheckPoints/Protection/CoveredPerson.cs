namespace XacThuc.Platform.CheckPoints.Protection;

/// <summary>What a code said of a person; parts that it does not have are empty.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Born">Year or date of birth, as the code has it.</param>
/// <param name="Paper">Number of the paper; of a masked code the part that is shown.</param>
/// <param name="Qid">Number of the personal code.</param>
/// <param name="Certificate">Id of the certificate.</param>
internal sealed record CoveredPerson(string Name, string Born, string Paper, string Qid, string Certificate)
{
    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => Name.Length + Born.Length + Paper.Length + Qid.Length + Certificate.Length == 0;

    /// <summary>The name as the owner of a place sees it: <c>N*** V*** A</c>.</summary>
    public string MaskedName
    {
        get
        {
            var words = Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return string.Join(' ', words.Select((word, i) => i == words.Length - 1 && words.Length > 1 ? FirstOf(word) : FirstOf(word) + "***"));
        }
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(CoveredPerson);

    private static string FirstOf(string word) => char.IsHighSurrogate(word[0]) && word.Length > 1 ? word[..2] : word[..1];
}
