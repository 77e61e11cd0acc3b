namespace XacThuc.Exchange;

/// <summary>What is wrong and what to do, in both languages; the house that shows it chooses.</summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English.</param>
public readonly record struct BorderSentence(string Vi, string En)
{
    /// <summary>Both, for logs.</summary>
    public override string ToString() => $"{En} / {Vi}";
}
