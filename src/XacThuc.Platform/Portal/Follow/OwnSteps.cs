using XacThuc.Matching.Texts;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Sessions;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.Follow;

/// <summary>How far a registration is.</summary>
internal enum OwnStep
{
    /// <summary>At the station.</summary>
    Received = 1,

    /// <summary>On a list.</summary>
    Listed = 2,

    /// <summary>With the police.</summary>
    WithPolice = 3,

    /// <summary>Confirmed.</summary>
    Confirmed = 4,

    /// <summary>Invited.</summary>
    Invited = 5,

    /// <summary>Vaccinated.</summary>
    Vaccinated = 6,
}

/// <summary>The steps of a registration in words that a neighbour would use.</summary>
internal static class OwnSteps
{
    /// <summary>All, in order.</summary>
    public static IReadOnlyList<(OwnStep Step, Bilingual Word)> All { get; } =
    [
        (OwnStep.Received, new("đã nhận", "received")), (OwnStep.Listed, new("vào danh sách", "on a list")),
        (OwnStep.WithPolice, new("công an đối chiếu", "with the police")), (OwnStep.Confirmed, new("đã xác nhận", "confirmed")),
        (OwnStep.Invited, new("mời tiêm", "invited")), (OwnStep.Vaccinated, new("đã tiêm", "vaccinated")),
    ];

    /// <summary>The station has not looked at it.</summary>
    public static (OwnStep Step, Tone Tone, string Sentence) Waiting => (OwnStep.Received, Tone.Waiting, Speech.Say(
        "Trạm y tế đã nhận đăng ký và sẽ đưa vào danh sách tiêm. Chưa phải làm gì thêm.",
        "The health station has your registration and will put it on a list. There is nothing to do yet."));

    /// <summary>It was not put on a list.</summary>
    public static string NotTaken(string reason) => Speech.Say(
        $"Trạm y tế chưa đưa đăng ký này vào danh sách. Lý do: {reason} Cần hỏi thêm, mời đến trạm y tế xã.",
        $"The health station did not put this registration on a list. Why: {reason} For questions, please come to the station.");

    /// <summary>On a list, not invited.</summary>
    public static (OwnStep Step, Tone Tone, string Sentence) Of(PersonState state, bool isApproved) => state switch
    {
        PersonState.AsEntered => (OwnStep.Listed, Tone.Waiting, Speech.Say(
            "Đã vào danh sách tiêm; trạm y tế sẽ gửi công an xã đối chiếu.", "On a list; the station will send it to the commune police to be verified.")),
        PersonState.WithPolice => (OwnStep.WithPolice, Tone.Waiting, Speech.Say(
            "Công an xã đang đối chiếu họ tên, ngày sinh, số căn cước.", "The commune police are comparing name, date of birth and number.")),
        PersonState.Confirmed or PersonState.Corrected or PersonState.Foreigner => (OwnStep.Confirmed, Tone.Right, isApproved
            ? Speech.Say("Đã xác nhận và được duyệt. Khi có lịch, trạm y tế sẽ nhắn tin mời.", "Confirmed and approved. You will be sent an invitation when a date is set.")
            : Speech.Say("Đã xác nhận. Danh sách đang chờ Ủy ban nhân dân xã duyệt.", "Confirmed. The list waits for the commune committee's approval.")),
        PersonState.ToComplete or PersonState.NotFound => (OwnStep.WithPolice, Tone.Late, Speech.Say(
            "Cần bổ sung giấy tờ: mời mang căn cước hoặc giấy khai sinh đến trạm y tế xã.", "Papers are needed: please bring your card or birth certificate to the health station.")),
        PersonState.Withdrawn => (OwnStep.Listed, Tone.Late, Speech.Say(
            "Dòng này đã được rút khỏi danh sách. Mời hỏi trạm y tế xã.", "This entry was taken off the list. Please ask the health station.")),
    };

    /// <summary>Invited, or further.</summary>
    public static (OwnStep Step, Tone Tone, string Sentence) Of(Booking booking, VaccinationSession session) => booking.State switch
    {
        BookingState.Booked or BookingState.Arrived or BookingState.Fit => (OwnStep.Invited, Tone.Note, Speech.Say(
            $"Mời đến tiêm lúc {SessionsTexts.Time(booking.SlotAt)}, {Shown.Weekday(session.Day)}, tại {session.Place}. Mang thẻ căn cước hoặc giấy tờ có ảnh.",
            $"Please come at {SessionsTexts.Time(booking.SlotAt)}, {Shown.Weekday(session.Day)}, to {session.Place}. Bring your card or a paper with a photo.")),
        BookingState.Injected or BookingState.Left => (OwnStep.Vaccinated, Tone.Right, Speech.Say(
            $"Đã tiêm ngày {Shown.Date(session.Day)} tại {session.Place}. Giữ giấy xác nhận đã nhận.",
            $"Vaccinated on {Shown.Date(session.Day)} at {session.Place}. Keep the confirmation that you were given.")),
        BookingState.Deferred or BookingState.ContraIndicated or BookingState.NotConsenting or BookingState.ToHospital => (OwnStep.Invited, Tone.Late, Speech.Say(
            $"Ngày {Shown.Date(session.Day)} chưa tiêm được. Mời hỏi trạm y tế xã về lần sau.",
            $"Not vaccinated on {Shown.Date(session.Day)}. Please ask the health station what comes next.")),
        BookingState.Cancelled => (OwnStep.Confirmed, Tone.Waiting, Speech.Say("Đang chờ lịch khác.", "Waits for another date.")),
    };
}
