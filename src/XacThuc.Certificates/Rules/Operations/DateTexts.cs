using System.Globalization;

namespace XacThuc.Certificates.Rules.Operations;

/// <summary>The dates and date-times that CertLogic reads (specification 1.3.3, <c>plusTime</c>), as UTC.</summary>
internal static class DateTexts
{
    /// <summary>The last day that a date, or a year with or without month, may mean; null where the text is none.</summary>
    public static DateTime? FindLastDay(string text)
    {
        var rest = new Rest(text);
        return ReadDay(ref rest, out _) is { } day && rest.IsEmpty ? day : null;
    }

    /// <summary>
    /// The instant of a date or date-time. Without an offset it is UTC; of a second, thousandths count. Null where the text
    /// is none, or no such instant exists.
    /// </summary>
    public static DateTime? FindInstant(string text)
    {
        var rest = new Rest(text);
        if (ReadDay(ref rest, out var isFull) is not { } day) return null;
        if (rest.IsEmpty) return day;
        if (!isFull || ReadTime(ref rest) is not { } time || ReadOffset(ref rest) is not { } offset) return null;

        var ticks = day.Ticks + time - offset;
        return rest.IsEmpty && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;
    }

    // YYYY, YYYY-MM or YYYY-MM-DD
    private static DateTime? ReadDay(ref Rest rest, out bool isFull)
    {
        isFull = false;
        if (rest.Number(4) is not (> 0 and var year)) return null;

        var month = 12;
        if (rest.Take('-'))
        {
            if (rest.Number(2) is not (>= 1 and <= 12 and var written)) return null;
            month = written;
        }

        var day = DateTime.DaysInMonth(year, month);
        if (rest.Take('-'))
        {
            if (rest.Number(2) is not (>= 1 and var written) || written > day) return null;
            (day, isFull) = (written, true);
        }

        return new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
    }

    // Thh:mm:ss or Thh:mm:ss.S, as ticks of the day
    private static long? ReadTime(ref Rest rest)
    {
        if (!rest.Take('T') || rest.Number(2) is not (< 24 and var hour)) return null;
        if (!rest.Take(':') || rest.Number(2) is not (< 60 and var minute)) return null;
        if (!rest.Take(':') || rest.Number(2) is not (< 60 and var second)) return null;

        var whole = new TimeSpan(hour, minute, second).Ticks;
        if (!rest.Take('.')) return whole;
        return rest.Digits() is { Length: > 0 } digits ? whole + Thousandths(digits) * TimeSpan.TicksPerMillisecond : null;
    }

    // Nothing, Z, or + or - with h, hh, hmm, hhmm, h:mm or hh:mm, as ticks
    private static long? ReadOffset(ref Rest rest)
    {
        if (rest.IsEmpty || rest.Take('Z')) return 0;
        var isWest = rest.Take('-');
        if (!isWest && !rest.Take('+')) return null;

        var digits = rest.Digits();
        if (digits.Length is 0 or > 4) return null;
        var (hours, minutes) = digits.Length <= 2 ? (Number(digits), 0) : (Number(digits[..^2]), Number(digits[^2..]));
        if (digits.Length <= 2 && rest.Take(':'))
        {
            if (rest.Number(2) is not { } written) return null;
            minutes = written;
        }

        if (hours > 23 || minutes > 59) return null;
        var offset = new TimeSpan(hours, minutes, 0).Ticks;
        return isWest ? -offset : offset;
    }

    private static int Thousandths(ReadOnlySpan<char> digits) => digits.Length switch
    {
        1 => 100 * Number(digits),
        2 => 10 * Number(digits),
        _ => Number(digits[..3]),
    };

    private static int Number(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>What is left of a text to read.</summary>
    private ref struct Rest(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _text = text;

        public readonly bool IsEmpty => _text.IsEmpty;

        /// <summary>Takes this character, if it is the next.</summary>
        public bool Take(char expected)
        {
            if (_text.IsEmpty || _text[0] != expected) return false;
            _text = _text[1..];
            return true;
        }

        /// <summary>Takes a number of exactly so many digits; null where they are not there.</summary>
        public int? Number(int length)
        {
            if (_text.Length < length || _text[..length].ContainsAnyExceptInRange('0', '9')) return null;
            var number = DateTexts.Number(_text[..length]);
            _text = _text[length..];
            return number;
        }

        /// <summary>Takes all digits that follow.</summary>
        public ReadOnlySpan<char> Digits()
        {
            var end = _text.IndexOfAnyExceptInRange('0', '9');
            var digits = end < 0 ? _text : _text[..end];
            _text = _text[digits.Length..];
            return digits;
        }
    }
}
