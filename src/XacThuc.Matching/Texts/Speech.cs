namespace XacThuc.Matching.Texts;

/// <summary>
/// The language of whoever is served now: set once for a command, anew for each request or job of a house. It goes along
/// with the work, into other threads too.
/// </summary>
public static class Speech
{
    private static readonly AsyncLocal<Language?> Own = new();

    /// <summary>The language spoken where nothing else was set.</summary>
    public static Language Default { get; set; } = Language.English;

    /// <summary>The language spoken from here on in this flow of work.</summary>
    public static Language Language
    {
        get => Own.Value ?? Default;
        set => Own.Value = value;
    }

    /// <summary>A sentence in the language spoken.</summary>
    public static string Say(string vietnamese, string english) => new Bilingual(vietnamese, english).In(Language);
}
