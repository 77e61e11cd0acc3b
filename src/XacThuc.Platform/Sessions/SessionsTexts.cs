using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions;

/// <summary>How sessions are spoken of.</summary>
internal static class SessionsTexts
{
    /// <summary>A state in a word.</summary>
    public static (Tone Tone, string Word) Of(SessionState state) => state switch
    {
        SessionState.Planned => (Tone.Waiting, Speech.Say("đã xếp lịch", "planned")),
        SessionState.Running => (Tone.Note, Speech.Say("đang tiêm", "under way")),
        SessionState.Closed => (Tone.Waiting, Speech.Say("đã đóng, chờ ký", "closed, to be signed")),
        SessionState.Signed => (Tone.Right, Speech.Say("đã ký", "signed")),
        SessionState.Cancelled => (Tone.Plain, Speech.Say("đã huỷ", "called off")),
    };

    /// <summary>Where somebody stands.</summary>
    public static (Tone Tone, Bilingual Word) Of(BookingState state) => state switch
    {
        BookingState.Booked => (Tone.Waiting, new("đã hẹn", "invited")),
        BookingState.Arrived => (Tone.Waiting, new("chờ khám sàng lọc", "to be screened")),
        BookingState.Fit => (Tone.Note, new("đủ điều kiện, chờ tiêm", "fit, to be vaccinated")),
        BookingState.Deferred => (Tone.Late, new("trì hoãn", "deferred")),
        BookingState.ContraIndicated => (Tone.Wrong, new("chống chỉ định", "contra-indicated")),
        BookingState.NotConsenting => (Tone.Plain, new("không đồng ý", "does not consent")),
        BookingState.ToHospital => (Tone.Late, new("chuyển tiêm ở bệnh viện", "to be vaccinated in a hospital")),
        BookingState.Injected => (Tone.Note, new("đã tiêm, đang theo dõi", "vaccinated, being observed")),
        BookingState.Left => (Tone.Right, new("đã xong", "done")),
        BookingState.Cancelled => (Tone.Plain, new("chờ buổi khác", "waits for another session")),
    };

    /// <summary>Minutes from midnight as a time.</summary>
    public static string Time(int minutes) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
