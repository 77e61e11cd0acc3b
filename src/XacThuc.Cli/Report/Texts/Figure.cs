using System.Globalization;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Report.Texts;

/// <summary>Numbers and times as each language writes them.</summary>
internal static class Figure
{
    private static readonly NumberFormatInfo Vietnamese = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
    };

    // Vietnam keeps one offset all year; the machine's time zone data may be missing.
    private static readonly TimeSpan VietnamTime = TimeSpan.FromHours(7);

    public static Bilingual Count(long count) => Written(count, "N0");

    /// <summary>A share in percent with one decimal: never 0 or 100 unless it is exactly that.</summary>
    public static Bilingual Share(long part, long whole)
    {
        if (whole == 0) return Bilingual.Same("–");
        if (part == 0) return Bilingual.Same("0%");
        if (part == whole) return Bilingual.Same("100%");
        var percent = 100.0 * part / whole;
        if (percent < 0.1) return new("<0,1%", "<0.1%");
        if (percent > 99.9) return new(">99,9%", ">99.9%");
        return Written(percent, "N1", "%");
    }

    public static Bilingual Moment(DateTimeOffset moment)
    {
        var there = moment.ToOffset(VietnamTime);
        return new(
            there.ToString("HH:mm 'ngày' dd/MM/yyyy '(giờ Việt Nam)'", CultureInfo.InvariantCulture),
            there.ToString("d MMMM yyyy, HH:mm '(Vietnam time)'", CultureInfo.InvariantCulture));
    }

    public static Bilingual Duration(TimeSpan time)
    {
        if (time.TotalSeconds < 10) return Duration(Written(time.TotalSeconds, "N2"));
        if (time.TotalMinutes < 1) return Duration(Written(time.TotalSeconds, "N0"));
        if (time.TotalHours < 1) return new($"{time.Minutes} phút {time.Seconds} giây", $"{time.Minutes} min {time.Seconds} s");
        var hours = (long)time.TotalHours;
        return new($"{hours} giờ {time.Minutes} phút", $"{hours} h {time.Minutes} min");
    }

    private static Bilingual Duration(Bilingual seconds) => new($"{seconds.Vi} giây", $"{seconds.En} s");

    private static Bilingual Written(double value, string format, string unit = "") =>
        new(value.ToString(format, Vietnamese) + unit, value.ToString(format, NumberFormatInfo.InvariantInfo) + unit);
}
