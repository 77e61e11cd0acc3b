namespace XacThuc.Bench.OtherMake;

/// <summary>What happens to dates of birth.</summary>
internal sealed class DateMistakes(Dice dice)
{
    private static readonly string[] Kinds = ["swapped", "day", "month", "year", "year_only", "new_year", "other", "missing"];
    private static readonly int[] Weights = [14, 22, 14, 22, 10, 8, 5, 5];

    /// <summary>A date that is another, day first, and what happened to it.</summary>
    public (string Date, string Kind) Make(Resident person)
    {
        while (true)
        {
            var kind = person.Month == 0 ? dice.Of("new_year", "year", "missing") : dice.Of(Kinds, Weights);
            var made = Make(person, kind);
            if (made is not null && !string.Equals(made, Right(person), StringComparison.Ordinal)) return (made, $"dob.{kind}");
        }
    }

    public static string Right(Resident person) =>
        person.Month == 0 ? $"{person.Year:0000}" : Written(person.Year, person.Month, person.Day);

    private string? Make(Resident person, string kind) => kind switch
    {
        "swapped" => Valid(person.Year, person.Day, person.Month),
        "day" => Valid(person.Year, person.Month, dice.From(1, 31)),
        "month" => Valid(person.Year, dice.From(1, 12), person.Day),
        "year" when person.Month == 0 => $"{OtherYear(person.Year):0000}",
        "year" => Valid(OtherYear(person.Year), person.Month, person.Day),
        "year_only" => $"{person.Year:0000}",
        "new_year" => Valid(person.Year, 1, 1),
        "other" => Valid(person.Year, dice.From(1, 12), dice.From(1, 28)),
        _ => "",
    };

    private int OtherYear(int year) => dice.Below(10) switch
    {
        < 4 => year + dice.Of(-1, 1),
        < 6 => year + dice.Of(-10, 10),
        6 => year / 100 * 100 + year % 10 * 10 + year % 100 / 10,
        _ => year + dice.From(-9, 9),
    };

    private static string? Valid(int year, int month, int day) =>
        year is >= 1905 and <= 2024 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Written(year, month, day)
            : null;

    private static string Written(int year, int month, int day) => $"{day:00}/{month:00}/{year:0000}";
}
