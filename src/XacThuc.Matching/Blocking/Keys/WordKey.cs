using System.Numerics;
using System.Runtime.CompilerServices;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Blocking.Keys;

/// <summary>What can be told of a word at a glance: how it sounds, which letters it has, and how many.</summary>
internal readonly record struct WordKey
{
    public WordKey(ReadOnlySpan<byte> letters)
    {
        Span<byte> plain = stackalloc byte[LetterCodes.MaxLength + 16];
        Sound = WordKeys.KeyOf(letters);
        Length = WordForms.Plain(letters, plain);
        foreach (var letter in plain[..Length]) Letters |= 1u << (letter & 31);
    }

    /// <summary>A hash of the sound; see <see cref="WordKeys"/>.</summary>
    public uint Sound { get; }

    /// <summary>A bit for each letter without marks that occurs.</summary>
    public uint Letters { get; }

    /// <summary>The number of letters.</summary>
    public int Length { get; }

    /// <summary>
    /// Whether two words cannot be alike: they sound differently, and one has more letters that the other lacks than one
    /// letter changed, or two in a longer word, can explain.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool CannotBeLike(in WordKey other)
    {
        if (Sound == other.Sound) return false;
        var changes = Math.Max(Length, other.Length) >= 5 ? 2 : 1;
        return BitOperations.PopCount(Letters & ~other.Letters) > changes ||
            BitOperations.PopCount(other.Letters & ~Letters) > changes || Math.Abs(Length - other.Length) > changes;
    }
}
