using CsCheck;

namespace XacThuc.Matching.Tests.Contract;

/// <summary>Changes after which a value never says the same.</summary>
internal static class Slips
{
    public static Gen<string> InName(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var at = Gen.Int[0, words.Length - 1];
        return Gen.OneOf(
            Gen.Select(at, Gen.Int[0, 20], Gen.Char["ABCDEGHKLMNXQWZ"], (i, j, letter) =>
                With(words, i, words[i].Insert(j % (words[i].Length + 1), letter.ToString()))),
            Gen.Select(at, Gen.OneOf([.. OracleLetters.Tones]), (i, tone) => With(words, i, Toned(words[i], tone))),
            at.Select(i => With(words, i, OracleName.Plain(words[i]))),
            at.Select(i => With(words, i, words[i][..^1])),
            at.Select(i => string.Join(' ', words.Where((_, j) => j != i))),
            at.Select(i => With(words, i, words[i] + " Thu")),
            at.Select(i => With(words, i, words[0]).Remove(0, words[0].Length) + " " + words[0]),
            Gen.Const(string.Concat(words)),
            Gen.Const(string.Join(' ', words.Reverse())),
            Gen.Const(name.Replace('y', 'i')),
            Gen.Const(name.Replace("Tr", "Ch", StringComparison.Ordinal)),
            Gen.Const(name + "."),
            Gen.Const(name.Replace('ê', 'e')))
            .Where(slipped => OracleName.Read(slipped).Canonical != OracleName.Read(name).Canonical);
    }

    public static Gen<string> InDigits(string digits) => Gen.OneOf(
        Gen.Select(Gen.Int[0, digits.Length - 1], Gen.Char['0', '9'], (at, digit) =>
            digits[..at] + digit + digits[(at + 1)..]),
        Gen.Int[0, digits.Length - 2].Select(at =>
            digits[..at] + digits[at + 1] + digits[at] + digits[(at + 2)..]))
        .Where(slipped => slipped != digits);

    private static string Toned(string word, char tone)
    {
        var bare = string.Concat(OracleLetters.TakeApart(word).Where(c => !OracleLetters.Tones.Contains(c)));
        var vowel = Array.FindIndex(bare.ToCharArray(), OracleLetters.Vowels.Contains);
        return vowel < 0 ? word + "x" : bare.Insert(vowel + 1, tone.ToString());
    }

    private static string With(string[] words, int at, string word) =>
        string.Join(' ', words.Select((old, i) => i == at ? word : old));
}
