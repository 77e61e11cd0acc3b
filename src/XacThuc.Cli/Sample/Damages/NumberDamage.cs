using System.Globalization;

namespace XacThuc.Cli.Sample.Damages;

/// <summary>Damages numbers as people do; the number comes back as written, or <see langword="null"/> where it cannot be.</summary>
internal static class NumberDamage
{
    public static string? Damage(string number, string kind, ref Dice dice)
    {
        var at = dice.Below(number.Length);
        switch (kind)
        {
            case "id.missing": return "";
            case "id.digit": return Change(number, at, ref dice);
            case "id.two_digits": return Change(Change(number, at, ref dice), (at + 1 + dice.Below(number.Length - 1)) % number.Length, ref dice);
            case "id.transposed":
                at %= number.Length - 1;
                return number[at] == number[at + 1] ? null : number[..at] + number[at + 1] + number[at] + number[(at + 2)..];
            case "id.dropped": return number[at] == '0' && at < 3 ? null : number.Remove(at, 1);
            case "id.added": return number.Insert(at, dice.Below(10).ToString(CultureInfo.InvariantCulture));
            case "id.phone": return "09" + dice.Below(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
            case "id.malformed": return dice.Below(2) == 0 ? "không có" : "999" + number[3..];
            case "id.float": return $"{number[1]},{number.Substring(2, 5)}E+10";
            default: throw new ArgumentException("No such kind of damage.", nameof(kind));
        }
    }

    private static string Change(string number, int at, ref Dice dice) =>
        number[..at] + (char)('0' + (number[at] - '0' + 1 + dice.Below(9)) % 10) + number[(at + 1)..];
}
