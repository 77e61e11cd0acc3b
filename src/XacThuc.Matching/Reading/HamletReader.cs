using System.Text;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Reading;

/// <summary>The name of a hamlet (thôn, bản, khu phố) as a cell writes it: a place to go to, never compared.</summary>
public static class HamletReader
{
    private const int Longest = 100;

    /// <summary>Reads the cell.</summary>
    /// <param name="written">UTF-8.</param>
    /// <param name="encoding">How the file writes names.</param>
    /// <returns>Composed, one space apart, at most 100 characters; empty where there is none.</returns>
    public static string Read(ReadOnlySpan<byte> written, NameEncoding encoding)
    {
        if (written.IsEmpty) return "";
        var text = Encoding.UTF8.GetString(written);
        if (encoding != NameEncoding.Unicode) text = LegacyText.Decode(text, encoding);
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(letter => !char.IsControl(letter)))).Where(word => word.Length > 0));
        // Half of a pair of surrogates could be neither composed nor kept.
        if (text.Length > Longest) text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();
        return ComposedText.Of(text);
    }
}
