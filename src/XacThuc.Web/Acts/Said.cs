namespace XacThuc.Web.Acts;

/// <summary>What people write beside an act: reasons, notes, names of things.</summary>
public static class Said
{
    /// <summary>The words without blanks around them, no longer than they are kept; no sign is cut in two.</summary>
    public static string Of(string? words, int longest)
    {
        var said = (words ?? "").Trim();
        if (said.Length <= longest) return said;
        return said[..(char.IsHighSurrogate(said[longest - 1]) ? longest - 1 : longest)];
    }
}
