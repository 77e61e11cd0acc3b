using System.Collections.Frozen;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Reading.Legacy;

/// <summary>The spelling of a Vietnamese syllable: an onset, a rhyme, and one of six tones.</summary>
public static class Syllable
{
    /// <summary>The longest syllable, <c>NGHIÊNG</c>.</summary>
    internal const int MaxLength = 7;

    /// <summary>The onsets. P stands alone only in names of Mông and Khmer people, and in loans.</summary>
    internal static readonly FrozenSet<string> Onsets = Words("""
        B C CH D Đ G GH GI H K KH L M N NG NGH NH P PH QU R S T TH TR V X
        """);

    /// <summary>The rhymes, a glide included.</summary>
    internal static readonly FrozenSet<string> Rhymes = Words("""
        A AC ACH AI AM AN ANG ANH AO AP AT AU AY
        ĂC ĂM ĂN ĂNG ĂP ĂT
        ÂC ÂM ÂN ÂNG ÂP ÂT ÂU ÂY
        E EC EM EN ENG EO EP ET
        Ê ÊCH ÊM ÊN ÊNH ÊP ÊT ÊU
        I IA ICH IÊC IÊM IÊN IÊNG IÊP IÊT IÊU IM IN INH IP IT IU
        O OC OI OM ON ONG OOC OONG OP OT
        OA OAC OACH OAI OAM OAN OANG OANH OAO OAP OAT OAY OĂC OĂM OĂN OĂNG OĂT OE OEN OEO OET
        Ô ÔC ÔI ÔM ÔN ÔNG ÔP ÔT
        Ơ ƠI ƠM ƠN ƠP ƠT
        U UA UC UI UM UN UNG UÔC UÔI UÔM UÔN UÔNG UÔT UP UT
        UÂN UÂNG UÂT UÂY UÊ UÊCH UÊNH UƠ UY UYA UYCH UYÊN UYÊT UYN UYNH UYP UYT UYU
        Ư ƯA ƯC ƯI ƯM ƯNG ƯƠC ƯƠI ƯƠM ƯƠN ƯƠNG ƯƠP ƯƠT ƯƠU ƯT ƯU
        Y YÊM YÊN YÊNG YÊT YÊU
        """);

    // Written with Y after the glide of QU, where other onsets have UY in the rhyme.
    private static readonly FrozenSet<string> RhymesAfterQu = Words("ÔC YCH YN YNH YP YT YU");

    /// <summary>
    /// Whether a word is a possible Vietnamese syllable, in either case, composed. The tone may stand on any of its
    /// vowels (<c>hoà</c>, <c>hòa</c>), but a final c, ch, p or t must have the sharp or the heavy one.
    /// </summary>
    public static bool IsValid(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is 0 or > MaxLength) return false;
        Span<char> letters = stackalloc char[MaxLength];
        var tone = Tone.Level;
        for (var i = 0; i < word.Length; i++)
        {
            if (!Letters.TryDecompose(word[i], out letters[i], out var carried)) return false;
            if (carried == Tone.Level) continue;
            if (tone != Tone.Level) return false;
            tone = carried;
        }

        return IsSpelt(letters[..word.Length], tone, out _);
    }

    /// <summary>Whether capital letters without tone, and a tone, spell a syllable.</summary>
    /// <param name="letters">Letters of <see cref="Letters.Alphabet"/>.</param>
    /// <param name="tone">The tone of the whole.</param>
    /// <param name="onset">How many letters stand before the rhyme, the U of QU counted.</param>
    internal static bool IsSpelt(ReadOnlySpan<char> letters, Tone tone, out int onset)
    {
        for (onset = Math.Min(3, letters.Length - 1); onset >= 0; onset--)
        {
            if (!Fits(letters[..onset], letters[onset..])) continue;
            return tone is Tone.Sharp or Tone.Heavy || !IsStopped(letters);
        }

        return false;
    }

    private static bool IsStopped(ReadOnlySpan<char> letters) =>
        letters[^1] is 'C' or 'P' or 'T' || letters is [.., 'C', 'H'];

    private static bool Fits(ReadOnlySpan<char> onset, ReadOnlySpan<char> rhyme)
    {
        if (rhyme.IsEmpty || (!onset.IsEmpty && !Has(Onsets, onset))) return false;
        if (onset is "QU" && Has(RhymesAfterQu, rhyme)) return true;
        if (!Has(Rhymes, rhyme)) return false;

        var isFront = rhyme[0] is 'E' or 'Ê' or 'I' or 'Y';
        return onset switch
        {
            "QU" => rhyme[0] is not ('O' or 'Ô' or 'U' or 'Ư'),
            "" => rhyme is not ['I', 'Ê', ..],
            "K" or "GH" or "NGH" => isFront && rhyme is not ['Y', 'Ê', ..],
            "C" or "NG" => !isFront,
            "G" => !isFront || rhyme[0] == 'I', // gì, gìn, giếng: GI and I share a letter
            "GI" => rhyme[0] is not ('I' or 'Y'),
            _ => rhyme is not ['Y', 'Ê', ..],
        };
    }

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
