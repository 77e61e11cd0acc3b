

namespace XacThuc.Matching.Reading.Alphabet;

/// <summary>
/// The Vietnamese alphabet: 33 letters counting F, J, W and Z, twelve of them vowels that carry one of six tones.
/// Knows precomposed letters (NFC) and combining marks (NFD), in capitals and small letters.
/// </summary>
public static class Letters
{
    /// <summary>The letters without tone, in alphabetical order; a letter's place here plus one is its code.</summary>
    public const string Alphabet = "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ";

    // Twelve vowels by six tones, in the order of Tone.
    private const string Toned =
        "AÀẢÃÁẠ" + "ĂẰẲẴẮẶ" + "ÂẦẨẪẤẬ" + "EÈẺẼÉẸ" + "ÊỀỂỄẾỆ" + "IÌỈĨÍỊ" +
        "OÒỎÕÓỌ" + "ÔỒỔỖỐỘ" + "ƠỜỞỠỚỢ" + "UÙỦŨÚỤ" + "ƯỪỬỮỨỰ" + "YỲỶỸÝỴ";

    private static readonly (char Letter, Tone Tone)[] Parts = new (char, Tone)[0x1F00];

    static Letters()
    {
        foreach (var letter in Alphabet)
        {
            Parts[letter] = (letter, Tone.Level);
            Parts[char.ToLowerInvariant(letter)] = (letter, Tone.Level);
        }

        for (var i = 0; i < Toned.Length; i++)
        {
            Parts[Toned[i]] = (Toned[i / 6 * 6], (Tone)(i % 6));
            Parts[char.ToLowerInvariant(Toned[i])] = (Toned[i / 6 * 6], (Tone)(i % 6));
        }

        // Latin eth and African D, typed for Đ.
        foreach (var lookalike in "ÐðƉɖ") Parts[lookalike] = ('Đ', Tone.Level);
    }

    /// <summary>Takes a precomposed letter apart.</summary>
    /// <param name="written">A letter in either case.</param>
    /// <param name="letter">The capital letter of <see cref="Alphabet"/> without its tone.</param>
    /// <param name="tone">The tone it carries.</param>
    /// <returns>Whether it is a letter of the alphabet.</returns>
    public static bool TryDecompose(char written, out char letter, out Tone tone)
    {
        (letter, tone) = written < Parts.Length ? Parts[written] : default;
        return letter != 0;
    }

    /// <summary>The precomposed capital of a letter of <see cref="Alphabet"/> with a tone.</summary>
    /// <exception cref="ArgumentException">The letter is no vowel and the tone not level.</exception>
    public static char Compose(char letter, Tone tone)
    {
        if (tone == Tone.Level) return letter;
        var at = Toned.IndexOf(letter, StringComparison.Ordinal);
        return at >= 0 && at % 6 == 0 ? Toned[at + (int)tone] : throw new ArgumentException("No vowel.", nameof(letter));
    }

    /// <summary>Whether a capital letter of <see cref="Alphabet"/> is a vowel.</summary>
    public static bool IsVowel(char letter) => letter is
        'A' or 'Ă' or 'Â' or 'E' or 'Ê' or 'I' or 'O' or 'Ô' or 'Ơ' or 'U' or 'Ư' or 'Y';

    /// <summary>The tone of a combining mark (U+0300 and its kin), or <see langword="null"/>.</summary>
    public static Tone? ToneOf(char mark) => mark switch
    {
        '\u0300' or '\u0340' => Tone.Falling,
        '\u0309' => Tone.Dipping,
        '\u0303' => Tone.Rising,
        '\u0301' or '\u0341' => Tone.Sharp,
        '\u0323' => Tone.Heavy,
        _ => null,
    };

    /// <summary>A vowel with a combining circumflex, breve or horn put on it, or <see langword="null"/>.</summary>
    public static char? WithMark(char letter, char mark) => (letter, mark) switch
    {
        ('A', '\u0302') => 'Â',
        ('A', '\u0306') => 'Ă',
        ('E', '\u0302') => 'Ê',
        ('O', '\u0302') => 'Ô',
        ('O', '\u031B') => 'Ơ',
        ('U', '\u031B') => 'Ư',
        _ => null,
    };

    /// <summary>A precomposed letter with a combining mark put on it, in its own case, or <see langword="null"/>.</summary>
    public static char? WithCombining(char written, char mark)
    {
        if (!TryDecompose(written, out var letter, out var tone)) return null;
        char composed;
        if (ToneOf(mark) is { } put && IsVowel(letter)) composed = Compose(letter, put);
        else if (WithMark(letter, mark) is { } hatted) composed = Compose(hatted, tone);
        else return null;
        return char.IsLower(written) ? char.ToLowerInvariant(composed) : composed;
    }

    /// <summary>The letter of the English alphabet under a letter of <see cref="Alphabet"/>: Đ is D, Ơ is O.</summary>
    public static char Plain(char letter) => letter switch
    {
        'Ă' or 'Â' => 'A',
        'Đ' => 'D',
        'Ê' => 'E',
        'Ô' or 'Ơ' => 'O',
        'Ư' => 'U',
        _ => letter,
    };
}
