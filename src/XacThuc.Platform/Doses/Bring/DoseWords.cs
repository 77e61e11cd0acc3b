using System.Globalization;
using System.Text;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Tables.Headings;

namespace XacThuc.Platform.Doses.Bring;

/// <summary>Reads the number and the day of a dose as people write them.</summary>
internal static class DoseWords
{
    /// <summary>No series is longer.</summary>
    public const int MostDoses = 9;

    // Read by it, a day to come is a day: what is wrong with it is told otherwise than of what is none.
    private static readonly FieldReading AnyDay = new(new DateOnly(PartialDate.LastYear, 12, 31));

    /// <summary>The number: "2", "Mũi 2", "mũi thứ hai", "II"; 0 where it cannot be read. "Nhắc lại 1" is not dose 1.</summary>
    public static int Number(string written)
    {
        var word = HeadingText.Fold(written);
        foreach (var before in (ReadOnlySpan<string>)["mui", "lan", "lieu", "tiem", "so", "thu", "dose"])
            if (word.StartsWith(before, StringComparison.Ordinal) && word.Length > before.Length) word = word[before.Length..];
        if (word is ['m', >= '1' and <= '9']) word = word[1..];
        return word switch
        {
            [>= '1' and <= '9'] => word[0] - '0',
            ['0', >= '1' and <= '9'] => word[1] - '0',
            "i" or "mot" or "nhat" or "dau" or "dautien" => 1,
            "ii" or "hai" or "nhi" => 2,
            "iii" or "ba" => 3,
            "iv" or "bon" or "tu" => 4,
            _ => 0,
        };
    }

    /// <summary>The day, with its time or without: "1/9/21", "01-09-2021 08:30", "2021-09-01"; none where it cannot be read.</summary>
    public static DateOnly? Day(string written)
    {
        var text = written.Trim();
        var end = text.AsSpan().IndexOfAny(" ,;T");
        if (end >= 6 && text.AsSpan(end).Contains(':')) text = text[..end];
        if (end >= 0 && end <= 6 && text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var clock, var day] && clock.Contains(':', StringComparison.Ordinal)) text = day;
        text = InFull(text);
        return text.Length is > 0 and <= 40 && AnyDay.Date(Encoding.UTF8.GetBytes(text), out var date) == FieldVerdict.NotCompared && date.IsFull
            ? new DateOnly(date.Year, date.Month, date.Day)
            : null;
    }

    // Of a date of birth two digits are half a year's number; nobody was vaccinated here before 2000.
    private static string InFull(string text)
    {
        var parts = text.Split('/', '-', '.');
        return parts is [{ Length: 1 or 2 }, { Length: 1 or 2 }, { Length: 2 } year] && year.All(char.IsAsciiDigit)
            ? string.Create(CultureInfo.InvariantCulture, $"{parts[0]}/{parts[1]}/20{year}")
            : text;
    }
}
