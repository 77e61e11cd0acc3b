using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing.Words;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Blocking.Keys;

/// <summary>
/// Words of the register that differ from a word by one letter, marks and tones aside: two such words have a form in
/// common with one letter left out (after the symmetric delete search of Garbe 2012). Any number of threads may ask.
/// </summary>
internal sealed class NearWords
{
    // In ascending order: hash of a form, and one of the words that have it.
    private readonly ulong[] _forms;
    private readonly WordTable _words;
    private readonly WordKeys _keys;

    public NearWords(WordTable words, WordKeys keys)
    {
        _words = words;
        _keys = keys;
        var forms = new HashSet<ulong>();
        var plains = new HashSet<uint>();
        Span<byte> plain = stackalloc byte[LetterCodes.MaxLength + 16];
        for (var code = 1; code <= words.Count; code++)
        {
            var letters = plain[..WordForms.Plain(words[code], plain)];
            if (letters.Length > LongestWord || !plains.Add(Hash(letters, -1))) continue;
            for (var left = -1; left < letters.Length; left++) forms.Add((ulong)Hash(letters, left) << 32 | (uint)code);
        }

        _forms = [.. forms.Order()];
    }

    private const int LongestWord = 16;

    /// <summary>Adds the keys of the words one letter off, each once, without the word's own.</summary>
    /// <param name="word">Canonical letters of any word.</param>
    /// <param name="keys">Receives the keys.</param>
    public void Find(ReadOnlySpan<byte> word, HashSet<uint> keys)
    {
        Span<byte> plain = stackalloc byte[LetterCodes.MaxLength + 16];
        Span<byte> other = stackalloc byte[LetterCodes.MaxLength + 16];
        var letters = plain[..WordForms.Plain(word, plain)];
        if (letters.Length is < 2 or > LongestWord) return;

        var own = WordKeys.KeyOf(word);
        for (var left = -1; left < letters.Length; left++)
        {
            var hash = Hash(letters, left);
            var at = Array.BinarySearch(_forms, (ulong)hash << 32);
            for (at = at < 0 ? ~at : at; at < _forms.Length && _forms[at] >> 32 == hash; at++)
            {
                var code = (int)(uint)_forms[at];
                var key = _keys[code].Sound;
                if (key != own && EditDistance.UpTo2(letters, other[..WordForms.Plain(_words[code], other)]) == 1) keys.Add(key);
            }
        }
    }

    // The hash of letters with one of them left out; of all with -1.
    private static uint Hash(ReadOnlySpan<byte> letters, int left)
    {
        var hash = 2166136261u;
        for (var i = 0; i < letters.Length; i++)
            if (i != left) hash = (hash ^ letters[i]) * 16777619u;
        return hash ^ hash >> 15;
    }
}
