using System.Text;

namespace XacThuc.Bench.OtherMake;

/// <summary>
/// Names taken apart into letters and marks by a table of its own: the engine's reading would judge itself, and the
/// runtime's normalisation does nothing where no globalisation data is installed.
/// </summary>
internal static class Writing
{
    // Each vowel, bare and with the tones grave, acute, tilde, hook and dot below.
    private static readonly string[] Vowels =
    [
        "aàáãảạ", "ăằắẵẳặ", "âầấẫẩậ", "eèéẽẻẹ", "êềếễểệ", "iìíĩỉị", "oòóõỏọ", "ôồốỗổộ", "ơờớỡởợ", "uùúũủụ", "ưừứữửự", "yỳýỹỷỵ",
    ];

    private static readonly (string Letter, string Bare)[] Shapes =
        [("ă", "a\u0306"), ("â", "a\u0302"), ("ê", "e\u0302"), ("ô", "o\u0302"), ("ơ", "o\u031B"), ("ư", "u\u031B")];

    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly Dictionary<char, string> Parts = MakeParts();

    private static readonly Dictionary<string, char> Wholes = Parts.ToDictionary(part => part.Value, part => part.Key, StringComparer.Ordinal);

    public static string Apart(string text) => string.Concat(text.Select(letter => Parts.GetValueOrDefault(letter, $"{letter}")));

    public static string Together(string text)
    {
        var made = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(3, text.Length - at);
            while (length > 1 && !Wholes.ContainsKey(text.Substring(at, length))) length--;
            made.Append(length == 1 ? text[at] : Wholes[text.Substring(at, length)]);
            at += length;
        }

        return made.ToString();
    }

    public static string Plain(string text) =>
        string.Concat(Apart(text.Replace('Đ', 'D').Replace('đ', 'd')).Where(letter => letter is < '\u0300' or > '\u036F'));

    private static Dictionary<char, string> MakeParts()
    {
        var parts = new Dictionary<char, string>();
        foreach (var vowel in Vowels)
        {
            var shape = Array.Find(Shapes, shape => shape.Letter[0] == vowel[0]).Bare ?? $"{vowel[0]}";
            for (var tone = 0; tone < vowel.Length; tone++)
            {
                var bare = tone == 0 ? shape : shape + Tones[tone - 1];
                if (bare.Length == 1) continue;
                parts[vowel[tone]] = bare;
                parts[char.ToUpperInvariant(vowel[tone])] = char.ToUpperInvariant(bare[0]) + bare[1..];
            }
        }

        return parts;
    }
}
