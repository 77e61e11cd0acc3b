using CsCheck;

namespace XacThuc.Matching.Tests.Contract;

/// <summary>Ways of writing a value that never change what it says.</summary>
internal static class Writings
{
    private static readonly Gen<Func<string, string>> NameWays = Gen.OneOf(
        Gen.Const<Func<string, string>>(name => name),
        Gen.Const<Func<string, string>>(name => name.ToUpperInvariant()),
        Gen.Const<Func<string, string>>(name => name.ToLowerInvariant()),
        Gen.Const<Func<string, string>>(OracleLetters.TakeApart),
        Gen.Const<Func<string, string>>(OracleLetters.PutTogether),
        Gen.Const<Func<string, string>>(name => OracleLetters.TakeApart(name).ToLowerInvariant()),
        Gen.OneOf(" ", "\u00A0", "  ", "\u3000", "\t", " \u00A0 ", "\u2003")
            .Select(space => (Func<string, string>)(name => space + name.Replace(" ", space, StringComparison.Ordinal) + space)),
        Gen.Select(Gen.OneOf([.. OracleLetters.ZeroWidth]), Gen.Int[0, 100])
            .Select((sign, at) => (Func<string, string>)(name => Inserted(name, at, sign))),
        Gen.OneOf("Ð", "ð", "Ɖ", "ɖ").Select(eth => (Func<string, string>)(name => name
            .Replace("Đ", eth, StringComparison.Ordinal).Replace("đ", eth, StringComparison.Ordinal))),
        Gen.Int[0, 1000].Select(seed => (Func<string, string>)(name => WithTonesMoved(name, seed))));

    /// <summary>A name written otherwise in one to three ways.</summary>
    public static Gen<string> OfName(string name) =>
        NameWays.Array[0, 3].Select(ways => ways.Aggregate(name, (text, way) => way(text)));

    public static Gen<string> OfSex(string sex) => sex == "Nam"
        ? Gen.OneOf("Nam", "nam", "NAM", "M", "m", "Male", "1", " Nam ", "male\u00A0")
        : Gen.OneOf("Nữ", "nữ", "NỮ", "Nu", "F", "f", "Female", "0", "Nu\u031B\u0303", " nữ");

    public static Gen<string> OfDate(string iso)
    {
        var part = iso.Split('-');
        if (part.Length == 1) return Gen.OneOf(iso, $"00/00/{iso}", $"0-0-{iso}", $" {iso} ");

        var (y, m, month) = (part[0], part[1], part[1].TrimStart('0'));
        if (part.Length == 2) return Gen.OneOf($"{m}/{y}", $"{month}/{y}", $"00/{m}/{y}", $"{m}-{y}", iso);

        var (d, day) = (part[2], part[2].TrimStart('0'));
        return Gen.OneOf(
            $"{d}/{m}/{y}", $"{day}/{month}/{y}", $"{d}-{m}-{y}", $"{day}.{month}.{y}", $"{d}{m}{y}", iso,
            $"{y}/{m}/{d}", $"{y}.{m}.{d}", $"{d}/{m}/{y} 00:00:00", $"\u00A0{d}/{month}/{y} ");
    }

    /// <summary>A number of any length, its digits unchanged.</summary>
    public static Gen<string> OfNumber(string digits) => digits.Length == 0 ? Gen.Const("") : Gen.OneOf(
        Gen.Const(digits), Gen.Const("'" + digits), Gen.Const(digits + ".0"), Gen.Const($" {digits}\u00A0"),
        Gen.Select(Gen.OneOf(" ", ".", "\u00A0"), Gen.Int[1, 10])
            .Select((sign, at) => at < digits.Length - 1 ? digits.Insert(at, sign) : digits));

    /// <summary>The name with the tone of each word on any of its vowels.</summary>
    public static string WithTonesMoved(string name, int seed) =>
        string.Join(' ', name.Split(' ').Select((word, at) => WithToneMoved(word, seed / (at + 1))));

    private static string WithToneMoved(string word, int seed)
    {
        var letters = OracleLetters.TakeApart(word);
        var tones = Enumerable.Range(0, letters.Length).Where(i => OracleLetters.Tones.Contains(letters[i])).ToArray();
        if (tones.Length != 1 || OracleLetters.IsMark(letters[0])) return word;

        var tone = letters[tones[0]];
        var bare = letters.Remove(tones[0], 1);
        var vowels = VowelsAround(bare, tones[0] - 1);
        if (vowels.Length == 0) return word;

        var after = vowels[seed % vowels.Length] + 1;
        while (after < bare.Length && OracleLetters.IsMark(bare[after])) after++;
        return OracleLetters.PutTogether(bare.Insert(after, tone.ToString()));
    }

    // The vowels of the syllable at a place, none when a consonant carries the tone.
    private static int[] VowelsAround(string word, int at)
    {
        while (OracleLetters.IsMark(word[at])) at--;
        var (first, last) = (at, at - 1);
        while (first > 0 && IsOfVowel(word[first - 1])) first--;
        while (last + 1 < word.Length && IsOfVowel(word[last + 1])) last++;
        return [.. Enumerable.Range(first, last - first + 1).Where(i => OracleLetters.Vowels.Contains(word[i]))];
    }

    private static bool IsOfVowel(char c) => OracleLetters.Vowels.Contains(c) || OracleLetters.IsMark(c);

    private static string Inserted(string text, int at, char sign) =>
        text.Insert(at % (text.Length + 1), sign.ToString());
}
