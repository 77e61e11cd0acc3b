using System.Buffers;
using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Reading.Legacy;

/// <summary>
/// TCVN 5712:1993. VN3, what the .VnTime fonts show, has the letters without tone in both cases and those with tone in
/// small only: capital fonts show the small codes as capitals. The rare VN2 adds capitals with tone.
/// </summary>
internal static class Tcvn3
{
    private const char None = '\0';

    // From 0xA1; a dot where VN3 has nothing.
    private const string Vn3 =
        "ĂÂÊÔƠƯĐăâêôơưđ." + ".....àảãáạ.ằẳẵắ." + "......ặầẩẫấậè.ẻẽ" +
        "éẹềểễếệìỉ...ĩíịò" + ".ỏõóọồổỗốộờởỡớợù" + ".ủũúụừửữứựỳỷỹýỵ.";

    // From 0x80, what VN2 adds.
    private const string Vn2 =
        "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ" + "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ" + "...............Ằ" + "..........Ẳ....Ẵ" + "ẮẦẨẪẤỀ.......Ể.." +
        ".........ỄẾỒ...." + "Ổ..............." + "Ỗ..............Ố";

    // What Windows-1252 makes of 0x80-0x9F.
    private const string Windows =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F" + "\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly SearchValues<char> Quotes = SearchValues.Create("‘’“”\u0091\u0092\u0093\u0094");

    /// <summary>Decodes one word.</summary>
    /// <param name="word">Bytes as Latin-1 or Windows-1252 characters.</param>
    /// <param name="withCapitals">Whether to read the capitals of VN2 too.</param>
    /// <param name="isComplete">Whether every character beyond ASCII was a code; others are left as they are.</param>
    public static string Read(ReadOnlySpan<char> word, bool withCapitals, out bool isComplete)
    {
        isComplete = true;
        var read = new StringBuilder(word.Length);
        foreach (var written in word)
        {
            var letter = written < 0x80 ? written : LetterOf(written, withCapitals);
            isComplete &= letter != None;
            read.Append(letter == None ? written : letter);
        }

        return read.ToString();
    }

    /// <summary>Some converters write Á as the capital A and the small á: makes one letter of the two.</summary>
    public static string Join(string read)
    {
        var joined = new StringBuilder(read.Length);
        foreach (var letter in read)
        {
            var isSecond = joined.Length > 0 && Letters.TryDecompose(letter, out var capital, out var tone) &&
                tone != Tone.Level && char.IsLower(letter) && joined[^1] == capital;
            if (isSecond) joined[^1] = char.ToUpperInvariant(letter);
            else joined.Append(letter);
        }

        return joined.ToString();
    }

    /// <summary>Whether a word has typographic quotes, which share the codes of four capitals of VN2.</summary>
    public static bool HasQuotes(ReadOnlySpan<char> word) => word.ContainsAny(Quotes);

    /// <summary>Encodes text; a capital with a tone becomes the small code, what VN3 lacks stays as it is.</summary>
    public static string Write(string text) => string.Create(text.Length, text, static (written, letters) =>
    {
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = letters[i];
            if (letters[i] < 0x80) continue;
            var at = Vn3.IndexOf(letters[i], StringComparison.Ordinal);
            if (at < 0) at = Vn3.IndexOf(char.ToLowerInvariant(letters[i]), StringComparison.Ordinal);
            if (at >= 0) written[i] = (char)(0xA1 + at);
        }
    });

    private static char LetterOf(char written, bool withCapitals)
    {
        if (written == 'μ') written = 'µ'; // Greek mu, which NFKC makes of the micro sign
        var at = Windows.IndexOf(written, StringComparison.Ordinal);
        var code = at >= 0 ? 0x80 + at : written <= 0xFF ? written : 0;
        var letter = code >= 0xA1 ? Vn3[code - 0xA1] : '.';
        if (letter == '.' && withCapitals && code >= 0x80) letter = Vn2[code - 0x80];
        return letter == '.' ? None : letter;
    }
}
