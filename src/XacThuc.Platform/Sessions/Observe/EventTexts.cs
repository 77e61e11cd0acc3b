using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Observe;

/// <summary>How reactions are spoken of.</summary>
internal static class EventTexts
{
    /// <summary>The signs in the order of the form.</summary>
    public static IReadOnlyList<EventSigns> AllSigns { get; } = [.. Enum.GetValues<EventSigns>().Where(sign => sign != EventSigns.None)];

    /// <summary>How bad.</summary>
    public static (Tone Tone, Bilingual Word) Of(EventGrade grade) => grade switch
    {
        EventGrade.Mild => (Tone.Plain, new("nhẹ", "mild")),
        EventGrade.Moderate => (Tone.Late, new("vừa", "moderate")),
        EventGrade.Severe => (Tone.Wrong, new("nặng", "severe")),
        EventGrade.LifeThreatening => (Tone.Wrong, new("nguy kịch", "life-threatening")),
    };

    /// <summary>Where it stands.</summary>
    public static (Tone Tone, Bilingual Word) Of(EventOutcome outcome) => outcome switch
    {
        EventOutcome.Watched => (Tone.Waiting, new("đang theo dõi", "being watched")),
        EventOutcome.Recovered => (Tone.Right, new("đã ổn định", "well again")),
        EventOutcome.InHospital => (Tone.Late, new("đã chuyển viện", "in hospital")),
        EventOutcome.Died => (Tone.Wrong, new("tử vong", "died")),
    };

    /// <summary>One sign.</summary>
    public static Bilingual Of(EventSigns sign) => sign switch
    {
        EventSigns.Local => new("đau, sưng, đỏ chỗ tiêm", "pain or swelling at the site"),
        EventSigns.Fever => new("sốt dưới 39 °C", "fever below 39 °C"),
        EventSigns.HighFever => new("sốt từ 39 °C", "fever of 39 °C or more"),
        EventSigns.Tired => new("mệt, đau đầu, đau cơ", "tiredness, headache, aching muscles"),
        EventSigns.Stomach => new("buồn nôn, nôn, tiêu chảy", "sickness, vomiting, diarrhoea"),
        EventSigns.Rash => new("phát ban, mày đay", "rash, hives"),
        EventSigns.Breath => new("khó thở", "short of breath"),
        EventSigns.Fainting => new("tụt huyết áp, ngất", "low blood pressure, fainting"),
        EventSigns.Fits => new("co giật", "fits"),
        EventSigns.Anaphylaxis => new("phản vệ", "anaphylaxis"),
        _ => new("biểu hiện khác", "something else"),
    };

    /// <summary>All signs of an event.</summary>
    public static string Join(EventSigns signs) => string.Join(", ", AllSigns.Where(sign => signs.HasFlag(sign)).Select(sign => Of(sign).ToString()));

    /// <summary>How long after the injection.</summary>
    public static string After(int minutes) => minutes switch
    {
        < 120 => Speech.Say($"sau {minutes} phút", $"after {minutes} minutes"),
        < 48 * 60 => Speech.Say($"sau {minutes / 60} giờ", $"after {minutes / 60} hours"),
        _ => Speech.Say($"sau {minutes / 1440} ngày", $"after {minutes / 1440} days"),
    };
}
