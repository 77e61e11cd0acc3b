namespace XacThuc.Matching.Texts;

/// <summary>A text in both languages.</summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English.</param>
public readonly record struct Bilingual(string Vi, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language switch
    {
        Language.Vietnamese => Vi,
        Language.English => En,
    };

    /// <summary>The text in the language of whoever is served now (<see cref="Speech"/>).</summary>
    public override string ToString() => In(Speech.Language);

    /// <summary>A text that needs no translation: a name, a code.</summary>
    public static Bilingual Same(string text) => new(text, text);
}
