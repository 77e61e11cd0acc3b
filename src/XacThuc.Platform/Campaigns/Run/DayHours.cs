using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns.Run;

/// <summary>When people may be told: not at night. Viet Nam has one time.</summary>
internal static class DayHours
{
    public static TimeOnly Begin { get; } = new(7, 0);

    public static TimeOnly End { get; } = new(20, 0);

    /// <summary>Whether a moment is within them.</summary>
    public static bool IsOpen(DateTimeOffset at) => at >= Shown.MomentOf(Shown.Day(at), Begin) && at < EndOf(at);

    /// <summary>When they end on the day of a moment.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset at) => Shown.MomentOf(Shown.Day(at), End);
}
