using System.Text;

namespace XacThuc.Matching.Tests.Contract;

/// <summary>Unicode by hand, for capitals of names: letters taken apart into a base and its marks in canonical order.</summary>
internal static class OracleLetters
{
    public const string Vowels = "AEIOUY";

    public const string ZeroWidth = "\u200B\u200C\u200D\u2060\uFEFF";

    /// <summary>Huyền, sắc, hỏi, ngã, nặng.</summary>
    public const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    // Mark, the letters that have it, and how both are written as one.
    private static readonly string[] Composed =
    [
        "\u0300 AEIOUNWYÂÊÔĂƠƯ ÀÈÌÒÙǸẀỲẦỀỒẰỜỪ",
        "\u0301 AEIOUYCLNRSZGKMPWÂÊÔĂƠƯ ÁÉÍÓÚÝĆĹŃŔŚŹǴḰḾṔẂẤẾỐẮỚỨ",
        "\u0302 AEIOUCGHJSWYZẠẸỌ ÂÊÎÔÛĈĜĤĴŜŴŶẐẬỆỘ",
        "\u0303 ANOIUVEYÂÊÔĂƠƯ ÃÑÕĨŨṼẼỸẪỄỖẴỠỮ",
        "\u0309 AEIOUYÂÊÔĂƠƯ ẢẺỈỎỦỶẨỂỔẲỞỬ",
        "\u0323 AEIOUYBDHKLMNRSTVWZƠƯ ẠẸỊỌỤỴḄḌḤḲḶṂṆṚṢṬṾẈẒỢỰ",
        "\u0306 AEGIOUẠ ĂĔĞĬŎŬẶ",
        "\u031B OU ƠƯ",
        "\u0308 AEIOUYHWX ÄËÏÖÜŸḦẄẌ",
        "\u030A AU ÅŮ",
        "\u0327 CGKLNRSTEDH ÇĢĶĻŅŖŞŢȨḐḨ",
        "\u0304 AEIOUYG ĀĒĪŌŪȲḠ",
        "\u0328 AEIUO ĄĘĮŲǪ",
        "\u0307 CEGIZAOBDFHMNPRSTWXY ĊĖĠİŻȦȮḂḊḞḢṀṄṖṘṠṪẆẊẎ",
        "\u030C CDELNRSTZAIOUGKH ČĎĚĽŇŘŠŤŽǍǏǑǓǦǨȞ",
        "\u030B OU ŐŰ",
    ];

    private static readonly Dictionary<char, (char Letter, char Mark)> Apart = Composed
        .Select(line => line.Split(' '))
        .SelectMany(parts => parts[1].Zip(parts[2], (letter, whole) => (whole, letter, mark: parts[0][0])))
        .ToDictionary(entry => entry.whole, entry => (entry.letter, entry.mark));

    private static readonly Dictionary<(char, char), char> Together =
        Apart.ToDictionary(entry => entry.Value, entry => entry.Key);

    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary>Capitals, each letter apart from its marks, the marks in canonical order.</summary>
    public static string TakeApart(string text)
    {
        var letters = new StringBuilder();
        foreach (var c in text.ToUpperInvariant()) TakeApart(c, letters);
        return Ordered(letters.ToString());
    }

    /// <summary>Text with each letter and mark written as one where there is a sign for both.</summary>
    public static string PutTogether(string text)
    {
        var whole = new StringBuilder();
        foreach (var c in TakeApart(text))
        {
            if (whole.Length > 0 && Together.TryGetValue((whole[^1], c), out var both)) whole[^1] = both;
            else whole.Append(c);
        }

        return whole.ToString();
    }

    private static void TakeApart(char c, StringBuilder to)
    {
        if (Apart.TryGetValue(c, out var parts))
        {
            TakeApart(parts.Letter, to);
            to.Append(parts.Mark);
            return;
        }

        to.Append(c switch
        {
            'Ð' or 'Ɖ' => 'Đ',
            '\u0340' => '\u0300',
            '\u0341' => '\u0301',
            '\u212A' => 'K',
            _ => c,
        });
    }

    private static string Ordered(string text)
    {
        var ordered = new StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && IsMark(text[end])) end++;
            ordered.Append([.. text[start..end].OrderBy(Class)]);
            if (end < text.Length) ordered.Append(text[end++]);
            start = end;
        }

        return ordered.ToString();
    }

    // Canonical combining classes of the marks above.
    private static int Class(char mark) => mark switch
    {
        '\u0327' or '\u0328' => 202,
        '\u031B' => 216,
        '\u0323' => 220,
        _ => 230,
    };
}
