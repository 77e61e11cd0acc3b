using System.Globalization;
using System.Text.RegularExpressions;

namespace XacThuc.Matching.Tests.Contract;

/// <summary>Dates of birth as text: <c>1990</c>, <c>1990-03</c> or <c>1990-03-12</c>.</summary>
internal static partial class OracleDate
{
    private const string Iso = "yyyy-MM-dd";

    public static (FieldVerdict State, string Canonical) Read(string written, DateOnly today)
    {
        var (state, date) = Read(written);
        if (state != FieldVerdict.NotCompared) return (state, date);

        // The earliest and the latest day it may stand for.
        var first = (date + "-01-01")[..10];
        var last = date.Length == 10 ? date : date + "-12-31"[(date.Length - 4)..];
        var isPossible = string.CompareOrdinal(first, today.ToString(Iso)) <= 0 &&
            string.CompareOrdinal(last, today.AddYears(-130).ToString(Iso)) >= 0;
        return isPossible ? (state, date) : (FieldVerdict.Unreadable, "");
    }

    public static (FieldVerdict State, string Canonical) Read(string written)
    {
        var text = written.Trim();
        if (text.Length == 0) return (FieldVerdict.Missing, "");
        if (text.EndsWith(" 00:00:00", StringComparison.Ordinal)) text = text[..^9];

        if (Serial().IsMatch(text))
            return (FieldVerdict.NotCompared, new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Utc)
                .AddDays(int.Parse(text, CultureInfo.InvariantCulture)).ToString(Iso));

        foreach (var form in (Regex[])[DayFirst(), YearFirst(), Packed(), MonthYear(), YearMonth(), Year()])
        {
            if (form.Match(text) is not { Success: true } match) continue;
            return Make(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value);
        }

        return (FieldVerdict.Unreadable, "");
    }

    /// <summary>Whether two dates are in more than one part another and not day and month exchanged.</summary>
    public static bool AreDifferent(string record, string register)
    {
        if (register.Length == 0) return true;
        if (record.Length < 10 || register.Length < 10) return false;

        var (left, right) = (record.Split('-'), register.Split('-'));
        var exchanged = left[0] == right[0] && left[1] == right[2] && left[2] == right[1];
        return !exchanged && left.Zip(right).Count(part => part.First != part.Second) > 1;
    }

    private static (FieldVerdict State, string Canonical) Make(string year, string month, string day)
    {
        var (m, d) = (month.PadLeft(2, '0'), day.PadLeft(2, '0'));
        if (m == "00" && d == "00") return (FieldVerdict.NotCompared, year);

        var canonical = d == "00" ? $"{year}-{m}" : $"{year}-{m}-{d}";
        return DateOnly.TryParseExact(
            canonical, d == "00" ? "yyyy-MM" : Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? (FieldVerdict.NotCompared, canonical)
            : (FieldVerdict.Unreadable, "");
    }

    [GeneratedRegex(@"^(?<d>\d{1,2})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<y>\d{4})\z")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})\z")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<d>\d{2})(?<m>\d{2})(?<y>\d{4})\z")]
    private static partial Regex Packed();

    [GeneratedRegex(@"^(?<m>\d{1,2})[-/.](?<y>\d{4})\z")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"^(?<y>\d{4})[-/.](?<m>\d{1,2})\z")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^(?<y>\d{4})\z")]
    private static partial Regex Year();

    [GeneratedRegex(@"^[1-9]\d{4}\z")]
    private static partial Regex Serial();
}
