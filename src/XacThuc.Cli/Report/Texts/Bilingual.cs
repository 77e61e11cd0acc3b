namespace XacThuc.Cli.Report.Texts;

/// <summary>A text in both languages.</summary>
internal readonly record struct Bilingual(string Vi, string En)
{
    public string In(Language language) => language switch
    {
        Language.Vietnamese => Vi,
        Language.English => En,
    };

    /// <summary>A text that needs no translation: a name, a code.</summary>
    public static Bilingual Same(string text) => new(text, text);
}

internal enum Language
{
    Vietnamese,
    English,
}
