namespace XacThuc.Matching.Indexing.Words;

/// <summary>
/// A name in 64 bits: up to four word codes of 16 bits, the first word lowest; or, for more words and rare ones, the
/// mark 0xFFFF and the place of the name in the table of long names.
/// </summary>
internal static class PackedName
{
    /// <summary>The highest code that stands in a packed name.</summary>
    public const int MaxCode = 0xFFFE;

    /// <summary>The packed form of a name that no person of the register can have.</summary>
    public const ulong Nobody = ulong.MaxValue;

    private const ulong LongMark = 0xFFFF;

    public static bool IsLong(ulong name) => (name & LongMark) == LongMark;

    public static long LongPlace(ulong name) => (long)(name >> 16);

    public static ulong OfLong(long place) => (ulong)place << 16 | LongMark;

    /// <summary>Packs word codes, or gives 0 where the name has to be a long one.</summary>
    public static ulong TryPack(ReadOnlySpan<int> words)
    {
        if (words.Length > 4) return 0;
        ulong packed = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] > MaxCode) return 0;
            packed |= (ulong)words[i] << (16 * i);
        }

        return packed;
    }
}
