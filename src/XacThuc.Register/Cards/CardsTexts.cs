using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Cards;

/// <summary>How requests are spoken of.</summary>
internal static class CardsTexts
{
    public static (Tone Tone, string Word) Of(CardRequest request) => request.State switch
    {
        CardRequestState.Asked when request.AnsweredAt is not null => (Tone.Late, Speech.Say("đã huỷ buổi, chờ lịch mới", "called off, to be planned again")),
        CardRequestState.Asked => (Tone.Waiting, Speech.Say("chờ trạm y tế trả lời", "waits for the station")),
        CardRequestState.Planned => (Tone.Right, Speech.Say("đã có lịch", "planned")),
        CardRequestState.Declined => (Tone.Wrong, Speech.Say("trạm y tế từ chối", "declined")),
    };

    /// <summary>A time of day.</summary>
    public static string Time(int minutes) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
