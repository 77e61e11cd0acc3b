using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing.Words;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Blocking.Keys;

/// <summary>
/// The key of each word by which candidates are sought: a hash of how it sounds without marks, so that missing marks,
/// other tones and regional spelling keep it. 0 stands for no word.
/// </summary>
internal sealed class WordKeys
{
    private readonly WordKey[] _keys;
    private readonly HashSet<uint> _all;

    public WordKeys(WordTable words)
    {
        _keys = new WordKey[words.Count + 1];
        for (var code = 1; code <= words.Count; code++) _keys[code] = new WordKey(words[code]);
        _all = [.. _keys.Select(key => key.Sound)];
    }

    public ref readonly WordKey this[int code] => ref _keys[code];

    /// <summary>Whether some word of the register has the key.</summary>
    public bool Contains(uint key) => _all.Contains(key);

    /// <summary>The key of a word by its canonical letters; unconverted typing keys are converted first.</summary>
    public static uint KeyOf(ReadOnlySpan<byte> letters)
    {
        if (letters.Length <= 2 || letters.ContainsAnyInRange((byte)LetterCodes.FirstTone, (byte)LetterCodes.LastTone) ||
            !TypingKeys.TryConvert(LetterCodes.Show(letters), out var converted)) return SoundKeyOf(letters);

        Span<byte> meant = stackalloc byte[LetterCodes.MaxLength + 16];
        var length = LetterCodes.Write(converted, meant);
        return SoundKeyOf(length > 0 ? meant[..length] : letters);
    }

    private static uint SoundKeyOf(ReadOnlySpan<byte> letters)
    {
        Span<byte> plain = stackalloc byte[LetterCodes.MaxLength + 16];
        Span<byte> sound = stackalloc byte[LetterCodes.MaxLength + 16];
        plain = plain[..WordForms.Plain(letters, plain)];
        sound = sound[..WordForms.Sound(plain, sound)];
        var hash = 2166136261u;
        foreach (var b in sound) hash = (hash ^ b) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >> 12;
        return hash == 0 ? 1 : hash;
    }
}
