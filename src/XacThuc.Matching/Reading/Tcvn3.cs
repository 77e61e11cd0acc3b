using System.Buffers;
using System.Text;

namespace XacThuc.Matching.Reading;

/// <summary>
/// TCVN 5712:1993. VN3, what the .VnTime fonts show, has the letters without tone in both cases and those with tone in
/// small only: capital fonts show the small codes as capitals. The rare VN2 adds capitals with tone.
/// </summary>
internal static class Tcvn3
{
    private const char None = '\0';

    // From 0xA1; a dot where VN3 has nothing.
    private const string Vn3 =
        "ĂÂÊÔƠƯĐăâêôơưđ." + ".....àảãáạ.ằẳẵắ." + "......ặầẩẫấậè.ẻẽ" + "éẹềểễếệìỉ...ĩíịò" + ".ỏõóọồổỗốộờởỡớợù" + ".ủũúụừửữứựỳỷỹýỵ.";

    // From 0x80, what VN2 adds.
    private const string Vn2 =
        "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ" + "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ" + "...............Ằ" + "..........Ẳ....Ẵ" + "ẮẦẨẪẤỀ.......Ể.." + ".........ỄẾỒ...." +
        "Ổ..............." + "Ỗ..............Ố";

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
            Append(read, letter == None ? written : letter, written);
        }

        return read.ToString();
    }

    /// <summary>Whether a word has typographic quotes, which share the codes of four capitals of VN2.</summary>
    public static bool HasQuotes(ReadOnlySpan<char> word) => word.ContainsAny(Quotes);

    /// <summary>Encodes text; a capital with a tone becomes the small code, what VN3 lacks stays as it is.</summary>
    public static string Write(string text) => string.Create(text.Length, text, static (written, letters) =>
    {
        for (var i = 0; i < written.Length; i++)
        {
            var at = letters[i] < 0x80 || letters[i] == '.' ? -1 : Vn3.IndexOf(letters[i], StringComparison.Ordinal);
            if (at < 0 && letters[i] >= 0x80) at = Vn3.IndexOf(char.ToLowerInvariant(letters[i]), StringComparison.Ordinal);
            written[i] = at < 0 ? letters[i] : (char)(0xA1 + at);
        }
    });

    private static char LetterOf(char written, bool withCapitals)
    {
        if (written == 'μ') written = 'µ'; // Greek mu, which NFKC makes of the micro sign
        int code = written <= 0xFF ? written : Windows.IndexOf(written, StringComparison.Ordinal) is var at and >= 0 ? 0x80 + at : 0;
        var letter = code >= 0xA1 ? Vn3[code - 0xA1] : '.';
        if (letter == '.' && withCapitals && code >= 0x80) letter = Vn2[code - 0x80];
        return letter == '.' ? None : letter;
    }

    // Some converters write a capital with tone as the plain capital and the small code: "A¸" for Á.
    private static void Append(StringBuilder read, char letter, char written)
    {
        if (written >= 0x80 && read.Length > 0 && Letters.TryDecompose(letter, out var small, out var tone) &&
            tone != Tone.Level && read[^1] == small)
        {
            read[^1] = Letters.Compose(small, tone);
            return;
        }

        read.Append(letter);
    }
}
