using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Cli.Sample.Damages;

/// <summary>Other ways to write the same: whatever these do, the record stays right.</summary>
internal static class Handwriting
{
    private static readonly string[] Men = ["Nam", "nam", "NAM", "M", "male", "1"];
    private static readonly string[] Women = ["Nữ", "nữ", "NỮ", "Nu", "F", "female", "0"];

    public static string Name(string name, ref Dice dice) => dice.Below(8) switch
    {
        0 or 1 or 2 => name.ToUpperInvariant(),
        3 => name.ToLowerInvariant(),
        4 => Decompose(name),
        5 => "  " + name.Replace(" ", dice.Below(2) == 0 ? "  " : " \u00A0", StringComparison.Ordinal),
        6 => MoveTone(name),
        _ => name.Replace('Đ', 'Ð').Replace("n ", "n\u200B ", StringComparison.Ordinal),
    };

    public static string Sex(bool isFemale, ref Dice dice) => isFemale ? Women[dice.Below(Women.Length)] : Men[dice.Below(Men.Length)];

    public static string Date(int year, int month, int day, ref Dice dice)
    {
        if (month == 0) return dice.Below(3) == 0 ? $"00/00/{year:0000}" : $"{year:0000}";
        if (day == 0) return $"{month:00}/{year:0000}";
        return dice.Below(7) switch
        {
            0 => $"{day}/{month}/{year:0000}",
            1 => $"{day:00}-{month:00}-{year:0000}",
            2 => $"{day:00}.{month:00}.{year:0000}",
            3 => $"{year:0000}-{month:00}-{day:00}",
            4 => $"{day:00}{month:00}{year:0000}",
            5 => $"{day:00}/{month:00}/{year:0000} 00:00:00",
            _ => $"{day:00}/{month:00}/{year:0000}",
        };
    }

    public static string Number(string number, ref Dice dice) => dice.Below(4) switch
    {
        0 => $"{number[..3]} {number[3..6]} {number[6..9]} {number[9..]}",
        1 => $"{number[..3]}.{number[3..6]}.{number[6..9]}.{number[9..]}",
        2 => number.TrimStart('0'),
        _ => number,
    };

    private static string Decompose(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (!Letters.TryDecompose(c, out var letter, out var tone))
            {
                text.Append(c);
                continue;
            }

            var plain = letter == 'Đ' ? 'Đ' : Letters.Plain(letter);
            text.Append(char.IsLower(c) ? char.ToLowerInvariant(plain) : plain);
            text.Append(letter switch { 'Â' or 'Ê' or 'Ô' => "\u0302", 'Ă' => "\u0306", 'Ơ' or 'Ư' => "\u031B", _ => "" });
            text.Append(tone switch
            {
                Tone.Level => "",
                Tone.Falling => "\u0300",
                Tone.Dipping => "\u0309",
                Tone.Rising => "\u0303",
                Tone.Sharp => "\u0301",
                Tone.Heavy => "\u0323",
            });
        }

        return text.ToString();
    }

    private static string MoveTone(string name)
    {
        string[] old = ["hòa", "Hòa", "thúy", "Thúy", "Thủy", "Thùy", "Hóa", "Khỏe", "Lòa"];
        string[] other = ["hoà", "Hoà", "thuý", "Thuý", "Thuỷ", "Thuỳ", "Hoá", "Khoẻ", "Loà"];
        for (var i = 0; i < old.Length; i++) name = name.Replace(old[i], other[i], StringComparison.Ordinal);
        return name;
    }
}
