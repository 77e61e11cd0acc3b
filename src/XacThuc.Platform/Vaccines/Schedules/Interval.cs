using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>A time between doses, or an age, as ISO 8601 writes it: <c>P8W</c>, <c>P14D</c>, <c>P6M</c>, <c>P1Y</c>.</summary>
internal readonly record struct Interval : IParsable<Interval>
{
    private Interval(int months, int days) => (Months, Days) = (months, days);

    public int Months { get; }

    public int Days { get; }

    public static Interval Parse(string s) => Parse(s, null);

    public static Interval Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var interval)
            ? interval
            : throw new FormatException("An interval is written as P8W, P14D, P6M or P1Y.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Interval result)
    {
        result = default;
        if (s is not ['P', .. var digits, var unit]) return false;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return false;
        if (count > 9999) return false;

        (result, var isUnit) = unit switch
        {
            'D' => (new Interval(0, count), true),
            'W' => (new Interval(0, 7 * count), true),
            'M' => (new Interval(count, 0), true),
            'Y' => (new Interval(12 * count, 0), true),
            _ => (default, false),
        };
        return isUnit;
    }

    /// <summary>The day that is so long after another; the last of a month where that day does not exist in it.</summary>
    public DateOnly After(DateOnly day) => day.AddMonths(Months).AddDays(Days);
}

/// <summary>How long to wait after the dose before: at least, as is best, at most.</summary>
internal sealed record Spacing(Interval Minimum, Interval Recommended, Interval? Maximum = null);
