using System.Numerics;

namespace XacThuc.Matching.Blocking.Keys;

/// <summary>The keys of a name's parts: family name, all middle words together, given name; 0 for an absent part.</summary>
internal readonly record struct NameKeys(uint Family, uint Middle, uint Given)
{
    public static NameKeys Of(ReadOnlySpan<uint> words)
    {
        if (words.Length < 2) return new NameKeys(0, 0, words.IsEmpty ? 0 : words[0]);
        uint middle = 0;
        for (var i = 1; i < words.Length - 1; i++) middle += BitOperations.RotateLeft(words[i], 3);
        return new NameKeys(words[0], middle, words[^1]);
    }

    /// <summary>Mixes two keys into one.</summary>
    public static uint Mix(uint left, uint right)
    {
        var hash = (left * 0x9E3779B1u ^ BitOperations.RotateLeft(right, 15)) * 0x85EBCA77u;
        return (hash ^ hash >> 13) * 0xC2B2AE3Du;
    }

    /// <summary>Eight bits of a key; 0 only for an absent part.</summary>
    public static uint Byte(uint key) => key == 0 ? 0 : Math.Max(1, key >> 24);
}
