using XacThuc.Web.Hosting;

namespace XacThuc.Platform.CheckPoints;

/// <summary>
/// What the rule says of check points: <c>check-points.json</c> in the house's folder. Without it scans are kept for 21 days, as long as an
/// infection may show; 1405/QĐ-BTTTT asks for one day at least.
/// </summary>
internal sealed record CheckPointsSettings
{
    private const int LeastDays = 1;
    private const int MostDays = 60;

    /// <summary>For how many days a scan is kept.</summary>
    public int KeepDays { get; init; } = 21;

    /// <summary>After how many hours without a word, on a day with scans, a device is marked as silent.</summary>
    public int SilentHours { get; init; } = 12;

    /// <summary>For how long a scan is kept.</summary>
    public TimeSpan Keep => TimeSpan.FromDays(KeepDays);

    /// <summary>After how long a device is marked as silent.</summary>
    public TimeSpan Silence => TimeSpan.FromHours(SilentHours);

    /// <summary>Reads them.</summary>
    public static CheckPointsSettings Read(HouseSettings house) => SettingsFile.Read<CheckPointsSettings>(house, "check-points.json", FindProblem) ?? new CheckPointsSettings();

    private static string? FindProblem(CheckPointsSettings settings) =>
        settings.KeepDays is < LeastDays or > MostDays ? $"keepDays must be from {LeastDays} to {MostDays}."
        : settings.SilentHours is < 1 or > 24 * 31 ? "silentHours must be from 1 to 744."
        : null;
}
