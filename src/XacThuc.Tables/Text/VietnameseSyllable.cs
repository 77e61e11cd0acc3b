using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Tables.Text;

/// <summary>Whether a word could be a Vietnamese syllable: what text read in a wrong alphabet hardly ever is.</summary>
public static class VietnameseSyllable
{
    private const string Onsets =
        " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x  ";

    private const string Rimes =
        """
         a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et
         ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang
         oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm
         ơn ơp ơt u ua uân uâng uât uây uc ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyt
         uyu uê uênh uêch uơ uơn ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh uân uâ
         """;

    private static readonly HashSet<string> KnownOnsets = Split(Onsets, withNone: true);
    private static readonly HashSet<string> KnownRimes = Split(Rimes, withNone: false);

    /// <param name="word">Letters in any case, with marks composed or behind their vowels.</param>
    public static bool IsPossible(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[12];
        var (length, tones) = (0, 0);
        foreach (var c in word)
        {
            if (Letters.TryDecompose(c, out var letter, out var tone))
            {
                if (length == letters.Length) return false;
                letters[length++] = char.ToLowerInvariant(letter);
                if (tone != Tone.Level) tones++;
            }
            else if (length > 0 && Letters.IsVowel(char.ToUpperInvariant(letters[length - 1]))
                && Letters.ToneOf(c) is not null)
            {
                tones++;
            }
            else
            {
                return false;
            }
        }

        if (tones > 1) return false;
        var spelt = letters[..length];
        for (var onset = Math.Min(3, length - 1); onset >= 0; onset--)
        {
            if (KnownOnsets.GetAlternateLookup<ReadOnlySpan<char>>().Contains(spelt[..onset])
                && KnownRimes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(spelt[onset..])) return true;
        }

        return false;
    }

    private static HashSet<string> Split(string words, bool withNone)
    {
        var set = new HashSet<string>(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            StringComparer.Ordinal);
        if (withNone) set.Add("");
        return set;
    }
}
