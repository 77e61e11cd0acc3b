

namespace XacThuc.Cli.Sample.Damages;

/// <summary>Damages dates of birth as people do; the date comes back as written, or <see langword="null"/> where it cannot be.</summary>
internal static class DateDamage
{
    public static string? Damage(in SamplePerson person, string kind, ref Dice dice)
    {
        var (year, month, day) = (person.Year, person.Month, person.Day);
        switch (kind)
        {
            case "dob.missing": return "";
            case "dob.unreadable":
                return dice.Below(3) switch
                {
                    0 => $"31/02/{year:0000}",
                    1 => $"{Math.Max(1, day):00}/{Math.Max(1, month):00}/{year % 100:00}",
                    _ => $"{Math.Max(1, day):00}/{Math.Max(1, month):00}/{year + 100:0000}",
                };
            case "dob.new_year": return day == 1 && month == 1 ? null : $"01/01/{year:0000}";
            case "dob.year_only": return month == 0 ? null : $"{year:0000}";
            case "dob.year":
                var other = year + dice.Below(5) switch { 0 => -1, 1 => 1, 2 => -10, 3 => 10, _ => dice.Below(17) - 8 };
                return other == year || other is > 2021 or < 1900 || month == 2 && day == 29 ? null : Write(other, month, day);
        }

        if (day == 0) return null;
        switch (kind)
        {
            case "dob.swapped": return day > 12 || day == month ? null : Write(year, day, month);
            case "dob.day":
                var otherDay = 1 + dice.Below(28);
                return otherDay == day ? null : Write(year, month, otherDay);
            case "dob.month":
                var otherMonth = 1 + dice.Below(12);
                return otherMonth == month || day > 28 ? null : Write(year, otherMonth, day);
            case "dob.several":
                var (d, m) = (1 + dice.Below(28), 1 + dice.Below(12));
                return d == day && m == month ? null : Write(year, m, d);
            default: throw new ArgumentException("No such kind of damage.", nameof(kind));
        }
    }

    public static string Write(int year, int month, int day) =>
        month == 0 ? $"{year:0000}" : day == 0 ? $"{month:00}/{year:0000}" : $"{day:00}/{month:00}/{year:0000}";
}
