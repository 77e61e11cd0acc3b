using System.Buffers;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Certificates.CitizenCard;

/// <summary>The traces that keyboards, input methods and scanners leave in what they spoil.</summary>
internal static class KeyTraces
{
    // The digits of a French keyboard, and those of an American one with the shift key, but the star: it masks numbers.
    private static readonly SearchValues<char> DigitsOfOthers = SearchValues.Create("àâ&é\"'(-è_ç!@#$%^)");

    // UTF-8 typed byte by byte: what letters of two and three bytes begin with, and what cannot follow in any name.
    private static readonly SearchValues<char> FirstBytes = SearchValues.Create("ÃÄÅÆáâ");
    private static readonly SearchValues<char> LaterBytes = SearchValues.Create(
        "€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ" + string.Concat(Enumerable.Range(0x80, 0x40).Select(code => (char)code)));

    /// <summary>
    /// Whether a text has characters that no paper has and that could deceive whoever reads it: controls, marks that turn
    /// the direction of writing, halves of a character.
    /// </summary>
    public static bool HasControls(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign is < ' ' and not ('\t' or '\r' or '\n') or '\u007F') return true;
            if (sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F') return true;
            if (!char.IsSurrogate(sign)) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(sign, text[i + 1])) return true;
            i++;
        }

        return false;
    }

    /// <summary>How the texts of a card were spoilt, if they were.</summary>
    public static Garbling? FindIn(string name, string sex, string residence)
    {
        if (FindIn(name) is { } garbling) return garbling;
        if (TypingKeys.TryConvert(sex, out _)) return Garbling.InputMethod;
        if (HasBytes(residence) || residence.Contains('\uFFFD', StringComparison.Ordinal)) return Garbling.LostMarks;

        // Names without marks exist, and places too, but hardly together; "Nữ" has one always.
        var hasMarks = name.Concat(residence).Any(letter => letter > '\u007F');
        return sex.Equals("nu", StringComparison.OrdinalIgnoreCase) || (!hasMarks && residence.Any(char.IsLetter))
            ? Garbling.LostMarks
            : null;
    }

    /// <summary>How a name was spoilt, if it was.</summary>
    public static Garbling? FindIn(string name)
    {
        if (name.AsSpan().ContainsAny('?', '\uFFFD') || HasBytes(name)) return Garbling.LostMarks;
        if (name.Any(char.IsAsciiDigit)) return Garbling.InputMethod;
        _ = NameText.Read(name, out var read);
        return read.Shown.Split(' ').Any(HasKeys) ? Garbling.InputMethod : null;
    }

    /// <summary>Whether hex digits were taken for keys: <c>e1</c> became é, <c>dd</c> became đ.</summary>
    public static bool IsKeyedHex(string field) =>
        field.Length > 1 && !field.All(char.IsAsciiHexDigit)
        && field.All(sign => char.IsAsciiHexDigit(sign) || IsMarked(sign));

    /// <summary>
    /// The code of a citizen card whose digits became marks or whose separators became another sign; otherwise
    /// <see langword="null"/>.
    /// </summary>
    public static ScannedCode? FindAround(string text, string[] fields)
    {
        if (fields.Length is 6 or 7 && IsKeyedNumber(fields[0])) return ScannedCode.Of(Garbling.InputMethod);
        if (text.Length < 13 || !CardReader.IsDigits(text.AsSpan(0, 12), 12)) return null;
        var separator = text[12];
        if (char.IsLetterOrDigit(separator) || separator is ' ' or '\t' or '\r' or '\n' or ',' or ';') return null;
        var isCard = CardReader.Find(text.Split(separator, StringSplitOptions.TrimEntries)) is not null;
        return isCard ? ScannedCode.Of(Garbling.InputMethod) : null;
    }

    // OONG and OOC are rhymes of loans (xoong, soóc), in names the keys of ÔNG and ÔC.
    private static bool HasKeys(string word) => TypingKeys.TryConvert(word, out _)
        || word.EndsWith("OONG", StringComparison.Ordinal) || word.EndsWith("OOC", StringComparison.Ordinal);

    // On the Vietnamese layout of Windows the digits are ă â ê ô, five tones and đ; tones join the letter before them.
    private static bool IsKeyedNumber(string field) =>
        field.Length is >= 4 and <= 24 && !CardReader.IsDigits(field, field.Length) && field.All(sign =>
            char.IsAsciiDigit(sign) || IsMarked(sign) || Letters.ToneOf(sign) is not null || DigitsOfOthers.Contains(sign));

    private static bool IsMarked(char sign) =>
        sign > '\u007F' && (Letters.TryDecompose(sign, out _, out _) || Letters.ToneOf(sign) is not null);

    private static bool HasBytes(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
            if (FirstBytes.Contains(text[i]) && LaterBytes.Contains(text[i + 1])) return true;
        return false;
    }
}
