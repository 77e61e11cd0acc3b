using System.Globalization;
using System.Runtime.CompilerServices;

namespace XacThuc.Matching;

/// <summary>
/// A date of birth as far as it is known: a year, a year and month, or a full date. Two are equal when value and
/// precision are equal. Years 1801-2055; packed into 17 bits in chronological order.
/// </summary>
public readonly record struct PartialDate
{
    /// <summary>The first year that can be held.</summary>
    public const int FirstYear = 1801;

    /// <summary>The last year that can be held.</summary>
    public const int LastYear = 2055;

    private PartialDate(uint packed) => Packed = packed;

    /// <summary>Year minus 1800 (8 bits), month or 0 (4 bits), day or 0 (5 bits). 0: no date.</summary>
    public uint Packed { get; }

    /// <summary>Whether there is a date at all.</summary>
    public bool IsKnown => Packed != 0;

    /// <summary>The year.</summary>
    public int Year => 1800 + (int)(Packed >> 9);

    /// <summary>The month, 1-12, or 0 when unknown.</summary>
    public int Month => (int)(Packed >> 5 & 15);

    /// <summary>The day, 1-31, or 0 when unknown.</summary>
    public int Day => (int)(Packed & 31);

    /// <summary>Whether year, month and day are known.</summary>
    public bool IsFull => Day != 0;

    /// <summary>Makes a date of parts; month 0 means that only the year is known, day 0 that year and month are.</summary>
    /// <returns>Whether such a date exists (no 31 February, no day without a month).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryCreate(int year, int month, int day, out PartialDate date)
    {
        date = default;
        if (year is < FirstYear or > LastYear || month is < 0 or > 12 || day < 0) return false;
        if (day > 0 && (month == 0 || day > 28 && day > DateTime.DaysInMonth(year, month))) return false;

        date = new PartialDate((uint)(year - 1800) << 9 | (uint)month << 5 | (uint)day);
        return true;
    }

    /// <summary>The date of its packed form; 0 gives no date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 17 bits.</exception>
    public static PartialDate FromPacked(uint packed)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(packed, 0x1FFFFu);
        return new PartialDate(packed);
    }

    /// <summary>The year alone: day and month of birth are masked.</summary>
    public override string ToString() =>
        IsKnown ? string.Create(CultureInfo.InvariantCulture, $"**/**/{Year:0000}") : "-";

    /// <summary>The date in full, ISO 8601 with as many parts as are known.</summary>
    public string InFull() => this switch
    {
        { IsKnown: false } => "",
        { Month: 0 } => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        { Day: 0 } => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };
}
