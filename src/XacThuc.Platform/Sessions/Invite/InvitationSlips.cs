using XacThuc.Matching.Reading;
using XacThuc.Platform.Lists;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Invite;

/// <summary>Invitations on paper, in the order in which they are carried round: hamlet, then name. Always in Vietnamese.</summary>
internal static class InvitationSlips
{
    public static SlipSheet Of(VaccinationSession session, string unit, IEnumerable<Invitation> invited, Uri house) => new(
        $"Giấy mời {session.Code}",
        [
            .. invited.OrderBy(one => NameText.SearchOf(one.Person.Hamlet), StringComparer.Ordinal)
                .ThenBy(one => one.Person.NameSort, StringComparer.Ordinal).ThenBy(one => one.Booking.Number)
                .Select(one => SlipOf(session, unit, one.Booking, one.Person, house)),
        ]);

    private static Slip SlipOf(VaccinationSession session, string unit, Booking booking, ListedPerson person, Uri house) => new()
    {
        Unit = unit,
        Number = $"{session.Code}, số {booking.Number}",
        Title = "GIẤY MỜI TIÊM CHỦNG",
        Name = person.FullName,
        Facts =
        [
            ("Ngày sinh", person.DateOfBirth), ("Nơi ở", person.Hamlet.Length > 0 ? person.Hamlet : "chưa ghi"),
            .. person.Guardian.Length > 0 ? [("Người giám hộ", person.Guardian)] : Array.Empty<(string, string)>(),
        ],
        Words =
        [
            $"Vắc xin {InvitePeople.VaccineOf(session)}. Mời ông (bà) mang thẻ căn cước hoặc giấy tờ có ảnh, sổ tiêm và giấy này.",
            "Đang sốt, đang mang thai hoặc mới khỏi bệnh: nói với nhân viên y tế trước khi tiêm. Không đến được, xin báo trạm y tế.",
        ],
        Come = $"Mời đến lúc {SessionsTexts.Time(booking.SlotAt)}, {WeekdayOf(session.Day)}, tại {session.Place}",
        Signs = "Người mời",
        Link = new Uri(house, $"/sessions/{session.Id}/desk?number={booking.Number}").AbsoluteUri,
    };

    private static string WeekdayOf(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Monday => "thứ Hai",
        DayOfWeek.Tuesday => "thứ Ba",
        DayOfWeek.Wednesday => "thứ Tư",
        DayOfWeek.Thursday => "thứ Năm",
        DayOfWeek.Friday => "thứ Sáu",
        DayOfWeek.Saturday => "thứ Bảy",
        DayOfWeek.Sunday => "Chủ nhật",
    } + $", {Shown.Date(day)}";
}
