using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Tags;

namespace XacThuc.Platform.CheckPoints.Look;

/// <summary>Scans by hour, from the first hour with one to the last.</summary>
internal static class HourChart
{
    public static Chart Of(PlaceDay day)
    {
        var hours = day.Hours.ToDictionary(hour => hour.Hour);
        var (first, last) = hours.Count == 0 ? (7, 7) : (hours.Keys.Min(), hours.Keys.Max());
        return new Chart(
            Speech.Say("Lượt quét theo giờ hôm nay", "Scans by hour today"), Speech.Say("Giờ", "Hour"),
            [
                new ChartColumn(Tone.Right, Speech.Say("Vào", "In")),
                new ChartColumn(Tone.Waiting, Speech.Say("Ra", "Out")),
                new ChartColumn(Tone.Invalid, Speech.Say("Chỉ xem", "Look only")),
            ],
            [
                .. Enumerable.Range(first, last - first + 1).Select(hour => hours.TryGetValue(hour, out var count)
                    ? new ChartRow($"{hour:00}:00", [count.In, count.Out, count.Looks])
                    : new ChartRow($"{hour:00}:00", [0, 0, 0])),
            ]);
    }
}
