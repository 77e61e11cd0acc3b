using System.Globalization;
using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Web.Shell;

/// <summary>How values are shown to people, on every page and in every form.</summary>
public static class Shown
{
    // Viet Nam has one time and has kept it since 1975.
    private static readonly TimeSpan VietNam = TimeSpan.FromHours(7);

    /// <summary>A day: <c>24/11/2021</c>.</summary>
    public static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day, or a dash.</summary>
    public static string Date(DateOnly? day) => day is { } known ? Date(known) : "–";

    /// <summary>A date as far as it is known: <c>24/11/1950</c>, <c>11/1950</c>, <c>1950</c>.</summary>
    public static string Date(PartialDate date) => (date.Day, date.Month) switch
    {
        _ when !date.IsKnown => "–",
        ( > 0, _) => $"{date.Day:00}/{date.Month:00}/{date.Year:0000}",
        (_, > 0) => $"{date.Month:00}/{date.Year:0000}",
        _ => $"{date.Year:0000}",
    };

    /// <summary>The day of a moment, in Viet Nam.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Clock(at));

    /// <summary>The moment at which a day begins in Viet Nam.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), VietNam);

    /// <summary>The moment of a time of a day in Viet Nam, UTC.</summary>
    public static DateTimeOffset MomentOf(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), VietNam).ToUniversalTime();

    /// <summary>The day of a moment as shown, in Viet Nam.</summary>
    public static string Date(DateTimeOffset at) => Date(Day(at));

    /// <summary>What the clock shows in Viet Nam at a moment.</summary>
    internal static DateTime Clock(DateTimeOffset at) => at.ToOffset(VietNam).DateTime;

    /// <summary>A moment in Viet Nam's time: <c>24/11/2021 07:30</c>.</summary>
    public static string Moment(DateTimeOffset at) =>
        Clock(at).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The time of a moment of today in Viet Nam: <c>07:30</c>.</summary>
    public static string Time(DateTimeOffset at) => Clock(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment, or a dash.</summary>
    public static string Moment(DateTimeOffset? at) => at is { } known ? Moment(known) : "–";

    /// <summary>The day in words: <c>Thứ Ba, 24/11/2021</c>.</summary>
    public static string Weekday(DateTimeOffset at) => Weekday(Day(at));

    /// <summary>The day in words: <c>Thứ Ba, 24/11/2021</c>.</summary>
    public static string Weekday(DateOnly day) => $"{NameOf(day.DayOfWeek)}, {Date(day)}";

    /// <summary>A number: <c>1.234.567</c>; in English <c>1,234,567</c>.</summary>
    public static string Number(long number) => Number(number, Speech.Language);

    /// <summary>The same in a language, for what is written in that one alone.</summary>
    public static string Number(long number, Language language)
    {
        var text = number.ToString("N0", CultureInfo.InvariantCulture);
        return language == Language.Vietnamese ? text.Replace(',', '.') : text;
    }

    /// <summary>A share of 1: <c>12,5 %</c>; in English <c>12.5%</c>. Only all is 100 % and only nothing is 0 %.</summary>
    public static string Percent(double share)
    {
        var tenths = Math.Round(share * 1000);
        if (share is > 0 and < 1) tenths = Math.Clamp(tenths, 1, 999);
        var text = (tenths / 10).ToString("0.#", CultureInfo.InvariantCulture);
        return Speech.Language == Language.Vietnamese ? text.Replace('.', ',') + " %" : text + "%";
    }

    /// <summary>A weight with its sign and one decimal: +4,5 in Vietnamese, +4.5 in English.</summary>
    public static string Bits(double weight)
    {
        var written = weight.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
        return Speech.Language == Language.Vietnamese ? written.Replace('.', ',') : written;
    }

    /// <summary>A share as shown, or a dash where there is nothing to share.</summary>
    public static string Percent(long part, long whole) => whole == 0 ? "–" : Percent((double)part / whole);

    /// <summary>A number of a person of which only the ends are told: <c>020••••••797</c>.</summary>
    public static string Masked(string number) =>
        number.Length < 9 ? new string('•', number.Length) : $"{number[..3]}{new string('•', number.Length - 6)}{number[^3..]}";

    /// <summary>A time that passes, in its largest unit: <c>3 ngày</c>, <c>41 giờ</c>, <c>5 phút</c>, <c>12 giây</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalHours: >= 48 } => $"{Number((long)time.TotalDays)} {Speech.Say("ngày", "days")}",
        { TotalMinutes: >= 90 } => $"{(long)Math.Round(time.TotalHours)} {Speech.Say("giờ", "hours")}",
        { TotalSeconds: >= 90 } => $"{(long)Math.Round(time.TotalMinutes)} {Speech.Say("phút", "minutes")}",
        _ => $"{Math.Max(0, (long)Math.Round(time.TotalSeconds))} {Speech.Say("giây", "seconds")}",
    };

    /// <summary>The time left until something is due: <c>còn 7 giờ</c>, <c>quá hạn 2 giờ</c>.</summary>
    public static string Left(DateTimeOffset due, DateTimeOffset now)
    {
        var left = due - now;
        return left < TimeSpan.Zero
            ? Speech.Say($"quá hạn {Duration(-left)}", $"{Duration(-left)} late")
            : Speech.Say($"còn {Duration(left)}", $"{Duration(left)} left");
    }

    /// <summary>How pressing a time is: late once over, waiting within eight hours of it.</summary>
    public static Tone Urgency(DateTimeOffset due, DateTimeOffset now) => (due - now).TotalHours switch
    {
        < 0 => Tone.Late,
        < 8 => Tone.Waiting,
        _ => Tone.Plain,
    };

    private static string NameOf(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => Speech.Say("Thứ Hai", "Monday"),
        DayOfWeek.Tuesday => Speech.Say("Thứ Ba", "Tuesday"),
        DayOfWeek.Wednesday => Speech.Say("Thứ Tư", "Wednesday"),
        DayOfWeek.Thursday => Speech.Say("Thứ Năm", "Thursday"),
        DayOfWeek.Friday => Speech.Say("Thứ Sáu", "Friday"),
        DayOfWeek.Saturday => Speech.Say("Thứ Bảy", "Saturday"),
        DayOfWeek.Sunday => Speech.Say("Chủ nhật", "Sunday"),
    };
}
