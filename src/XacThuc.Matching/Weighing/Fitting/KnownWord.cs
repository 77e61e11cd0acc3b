using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing.Words;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Weighing.Fitting;

/// <summary>What a word is among the words of a register; 0 for none.</summary>
/// <param name="Same">The word itself.</param>
/// <param name="Alike">The word, or else one that is the same but for marks.</param>
internal readonly record struct KnownWord(int Same, int Alike)
{
    /// <summary>What each of some words is, by code; the first stands for no word.</summary>
    public static KnownWord[] Of(WordTable words, WordTable register)
    {
        var plains = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 1; code <= register.Count; code++) plains.TryAdd(PlainOf(register[code]), code);
        var known = new KnownWord[words.Count + 1];
        for (var code = 1; code <= words.Count; code++)
        {
            var same = register.Find(words[code]);
            known[code] = new KnownWord(same, same != 0 ? same : plains.GetValueOrDefault(PlainOf(words[code])));
        }

        return known;
    }

    /// <summary>A word without its marks.</summary>
    public static string PlainOf(ReadOnlySpan<byte> word)
    {
        Span<byte> letters = stackalloc byte[LetterCodes.MaxLength + 16];
        return System.Text.Encoding.Latin1.GetString(letters[..WordForms.Plain(word, letters)]);
    }
}
