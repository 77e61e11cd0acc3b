using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Reading.Legacy;

/// <summary>
/// VNI for Windows: a plain letter followed by a character for its marks. I, Đ, Ơ, Ư and Ỵ are single characters; Ơ
/// and Ư take a tone behind them like plain letters.
/// </summary>
internal static class Vni
{
    // Marks in the order of Tone, after the level letter.
    private const string Tones = "\0ØÛÕÙÏ";
    private const string Circumflex = "ÂÀÅÃÁÄ";
    private const string Breve = "ÊÈÚÜÉË";
    private const string Dotted = "IÌÆÓÍÒ";

    /// <summary>Decodes one word.</summary>
    /// <param name="word">Bytes as Latin-1 or Windows-1252 characters: the two agree on every code of VNI.</param>
    /// <param name="isComplete">Whether every character beyond ASCII was a code; others are left as they are.</param>
    public static string Read(ReadOnlySpan<char> word, out bool isComplete)
    {
        isComplete = true;
        var read = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var isSmall = char.IsLower(word[i]);
            var next = i + 1 < word.Length ? char.ToUpperInvariant(word[i + 1]) : '\0';
            var written = char.ToUpperInvariant(word[i]);
            var (letter, tone) = Alone(written);
            if (tone == Tone.Level && Marked(letter, next) is { } marked)
            {
                (letter, tone) = marked;
                i++;
            }
            else if (written >= 0x80 && letter == written)
            {
                isComplete = false;
                read.Append(word[i]);
                continue;
            }

            var composed = Letters.IsVowel(letter) ? Letters.Compose(letter, tone) : letter;
            read.Append(isSmall ? char.ToLowerInvariant(composed) : composed);
        }

        return read.ToString();
    }

    /// <summary>Encodes text; what VNI lacks stays as it is.</summary>
    public static string Write(string text)
    {
        var written = new StringBuilder(text.Length * 2);
        foreach (var letter in text)
        {
            if (letter < 0x80 || !Letters.TryDecompose(letter, out var plain, out var tone))
            {
                written.Append(letter);
                continue;
            }

            var codes = Codes(plain, tone);
            written.Append(char.IsLower(letter) ? codes.ToLowerInvariant() : codes);
        }

        return written.ToString();
    }

    private static (char Letter, Tone Tone) Alone(char written) => written switch
    {
        'Ñ' => ('Đ', Tone.Level),
        'Ô' => ('Ơ', Tone.Level),
        'Ö' => ('Ư', Tone.Level),
        'Î' => ('Y', Tone.Heavy),
        'Ì' or 'Æ' or 'Ó' or 'Í' or 'Ò' => ('I', (Tone)Dotted.IndexOf(written, StringComparison.Ordinal)),
        _ => (written, Tone.Level),
    };

    private static (char Letter, Tone Tone)? Marked(char letter, char mark)
    {
        if (letter is not ('A' or 'E' or 'O' or 'U' or 'Y' or 'Ơ' or 'Ư') || mark < 0x80) return null;
        if (Tones.IndexOf(mark, StringComparison.Ordinal) is var tone and > 0) return (letter, (Tone)tone);
        if (Circumflex.IndexOf(mark, StringComparison.Ordinal) is var hat and >= 0 && letter is 'A' or 'E' or 'O')
            return (letter == 'A' ? 'Â' : letter == 'E' ? 'Ê' : 'Ô', (Tone)hat);
        var bowl = letter == 'A' ? Breve.IndexOf(mark, StringComparison.Ordinal) : -1;
        return bowl >= 0 ? ('Ă', (Tone)bowl) : null;
    }

    private static string Codes(char plain, Tone tone) => (plain, tone) switch
    {
        ('Đ', _) => "Ñ",
        ('I', _) => $"{Dotted[(int)tone]}",
        ('Y', Tone.Heavy) => "Î",
        ('Â' or 'Ê' or 'Ô', _) => $"{Letters.Plain(plain)}{Circumflex[(int)tone]}",
        ('Ă', _) => $"A{Breve[(int)tone]}",
        _ => (plain == 'Ơ' ? "Ô" : plain == 'Ư' ? "Ö" : $"{plain}") + (tone == Tone.Level ? "" : $"{Tones[(int)tone]}"),
    };
}
