namespace XacThuc.Matching.Texts;

/// <summary>The languages that every text is written in.</summary>
public enum Language
{
    /// <summary>Tiếng Việt.</summary>
    Vietnamese,

    /// <summary>English.</summary>
    English,
}
