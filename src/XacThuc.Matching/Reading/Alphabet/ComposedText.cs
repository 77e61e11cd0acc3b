using System.Text;

namespace XacThuc.Matching.Reading.Alphabet;

/// <summary>
/// Text whose Vietnamese letters are one sign each, as in Unicode NFC. The platform's own normalization leaves text as it is where there is no
/// ICU, as here.
/// </summary>
public static class ComposedText
{
    /// <summary>Puts combining marks on the letters before them; those on letters of other alphabets stay apart.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036F')) return text;
        var composed = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (composed.Length > 0 && Letters.WithCombining(composed[^1], sign) is { } marked) composed[^1] = marked;
            else composed.Append(sign);
        }

        return composed.ToString();
    }
}
