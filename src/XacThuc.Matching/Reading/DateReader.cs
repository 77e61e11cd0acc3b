using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace XacThuc.Matching.Reading;

/// <summary>
/// Reads a date of birth as people write it: day first with <c>/</c>, <c>-</c>, <c>.</c> or nothing between, ISO 8601,
/// an Excel serial of five digits; month or day unknown. A two-digit year, a day that does not exist, a date after
/// today or more than 130 years ago is unreadable.
/// </summary>
internal sealed class DateReader
{
    private readonly DateOnly _today;
    private readonly DateOnly _oldest;
    private readonly int _firstYear;
    private readonly int _lastYear;

    public DateReader(DateOnly today) : this(today, today.AddYears(-130))
    {
    }

    private DateReader(DateOnly today, DateOnly oldest)
    {
        _today = today;
        _oldest = oldest;
        (_firstYear, _lastYear) = (oldest.Year, today.Year);
    }

    /// <summary>A reader that takes any date a register may hold.</summary>
    public static DateReader ForRegister { get; } =
        new(new DateOnly(PartialDate.LastYear, 12, 31), new DateOnly(PartialDate.FirstYear, 1, 1));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadState Read(ReadOnlySpan<byte> written, out PartialDate date)
    {
        if (written.Length == 10)
        {
            var first = BinaryPrimitives.ReadUInt64LittleEndian(written);
            ulong last = BinaryPrimitives.ReadUInt16LittleEndian(written[8..]);
            var dayFirst = IsBetween((byte)(first >> 16)) && (byte)(first >> 40) == (byte)(first >> 16);
            // yyyyMMdd, of dd/MM/yyyy or yyyy-MM-dd.
            var digits = dayFirst
                ? first >> 48 | last << 16 | (first >> 24 & 0xFFFF) << 32 | first << 48
                : first & 0xFFFFFFFF | (first >> 40 & 0xFFFF) << 32 | last << 48;
            if (EightDigits.Are(digits) && (dayFirst || IsBetween((byte)(first >> 32)) && (byte)(first >> 56) == (byte)(first >> 32)))
            {
                var pairs = EightDigits.Pairs(digits);
                return Make(
                    (byte)pairs * 100 + (byte)(pairs >> 16), (byte)(pairs >> 32), (byte)(pairs >> 48), out date);
            }
        }
        else if (written.Length == 4)
        {
            var digits = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(written) << 32 | EightDigits.FourZeros;
            if (EightDigits.Are(digits)) return Make((int)EightDigits.Value(digits), 0, 0, out date);
        }

        return ReadSlowly(written, out date);
    }

    // Internal, as compiling ahead passes over what only methods that are compiled when run call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ReadState ReadSlowly(ReadOnlySpan<byte> written, out PartialDate date)
    {
        date = default;
        Span<char> text = stackalloc char[32];
        var length = PlainText.Read(written, text);
        if (length == 0) return ReadState.Missing;
        if (length < 0) return ReadState.Unreadable;

        Span<int> values = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        var parts = Split(WithoutTime(text[..length]), values, digits);
        return parts switch
        {
            1 => OnePart(values[0], digits[0], out date),
            2 when digits[1] == 4 && digits[0] <= 2 => Make(values[1], values[0], 0, out date),
            2 when digits[0] == 4 && digits[1] <= 2 => Make(values[0], values[1], 0, out date),
            3 when digits[2] == 4 && digits[0] <= 2 && digits[1] <= 2 => Make(values[2], values[1], values[0], out date),
            3 when digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2 => Make(values[0], values[1], values[2], out date),
            _ => ReadState.Unreadable,
        };
    }

    private ReadState OnePart(int value, int digits, out PartialDate date)
    {
        date = default;
        switch (digits)
        {
            case 4:
                return Make(value, 0, 0, out date);
            case 5 when value >= 10000:
                // Excel counts 1900 as a leap year; every serial of five digits is after that.
                var day = new DateOnly(1899, 12, 30).AddDays(value);
                return Make(day.Year, day.Month, day.Day, out date);
            case 8:
                return Make(value % 10000, value / 10000 % 100, value / 1000000, out date);
            default:
                return ReadState.Unreadable;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadState Make(int year, int month, int day, out PartialDate date)
    {
        if (!PartialDate.TryCreate(year, month, day, out date) || !IsPossible(date))
        {
            date = default;
            return ReadState.Unreadable;
        }

        return ReadState.Read;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsPossible(PartialDate date)
    {
        // A partial date is possible when some day in it is.
        var year = date.Year;
        return year != _lastYear && year != _firstYear ? year < _lastYear && year > _firstYear : IsPossibleAtEnd(date);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool IsPossibleAtEnd(PartialDate date)
    {
        if (date.Month == 0) return true;
        var first = new DateOnly(date.Year, date.Month, Math.Max(1, date.Day));
        var last = date.Day > 0 ? first : first.AddMonths(1).AddDays(-1);
        return first <= _today && last >= _oldest;
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        foreach (var midnight in (ReadOnlySpan<string>)["T00:00:00", "00:00:00.000", "00:00:00", "0:00:00", "00:00", "0:00"])
            if (text.Length >= midnight.Length + 6 && text.EndsWith(midnight)) return text[..^midnight.Length];
        return text.Length == 7 && text.EndsWith(".0") ? text[..5] : text;
    }

    private static int Split(ReadOnlySpan<char> text, Span<int> values, Span<int> digits)
    {
        var parts = 0;
        var separator = '\0';
        digits.Clear();
        values.Clear();
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (++digits[parts] > 8) return 0;
                values[parts] = values[parts] * 10 + (c - '0');
                continue;
            }

            if (c is not ('/' or '-' or '.') || separator != '\0' && separator != c) return 0;
            separator = c;
            if (digits[parts] == 0 || ++parts == 3) return 0;
        }

        return digits[parts] == 0 ? 0 : parts + 1;
    }

    private static bool IsBetween(byte c) => c is (byte)'/' or (byte)'-' or (byte)'.';
}
