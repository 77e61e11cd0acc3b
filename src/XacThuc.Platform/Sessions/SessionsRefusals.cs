using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions;

/// <summary>Every refusal of the work at sessions.</summary>
internal static class SessionsRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere(
        "session.not_there", "Không có buổi tiêm này trong phạm vi của đơn vị bạn.", "There is no such session in your unit's reach.");

    public static Refusal NotYours { get; } = Refusal.NotAcceptable(
        "session.not_yours", "Chỉ đơn vị tổ chức buổi tiêm được làm việc này.", "Only the unit that holds the session does this.");

    public static Refusal Moved { get; } = Refusal.Conflicting(
        "session.moved", "Người khác vừa thay đổi buổi tiêm hoặc người này. Tải lại trang để xem bước hiện tại.", "Somebody else has just changed the session or this person. Load the page again to see where it is.");

    public static Refusal NoPlace { get; } = Refusal.NotAcceptable(
        "session.no_place", "Ghi địa điểm tiêm.", "Say where the session is held.");

    public static Refusal DayPassed { get; } = Refusal.NotAcceptable(
        "session.day_passed",
        "Ngày tiêm đã qua. Nếu buổi tiêm đã diễn ra và nhập sau từ giấy, ghi lý do nhập muộn; nếu không, chọn hôm nay hoặc ngày sau.",
        "That day is over. If the session was held and is entered from paper, say why it comes late; otherwise choose today or a later day.");

    public static Refusal TooManyDays { get; } = Refusal.NotAcceptable(
        "session.days", "Số ngày liên tiếp phải từ 1 đến 31.", "The days in a row must be from 1 to 31.");

    public static Refusal GivenAt { get; } = Refusal.NotAcceptable(
        "session.given_at", "Ghi giờ tiêm theo phiếu giấy, không sau lúc này.", "Write the time of the injection from the paper, not after now.");

    public static Refusal Hours { get; } = Refusal.NotAcceptable(
        "session.hours",
        "Giờ kết thúc phải sau giờ bắt đầu, và số bàn tiêm, số người mỗi giờ phải từ 1 trở lên.",
        "The end must be after the beginning, and teams and people an hour must be one or more.");

    public static Refusal NoProduct { get; } = Refusal.NotAcceptable(
        "session.no_product", "Chọn vắc xin có trong danh mục và được phép dùng vào ngày tiêm.", "Choose a vaccine of the catalogue that may be used on that day.");

    public static Refusal Clash(string code) => Refusal.Conflicting(
        "session.clash",
        $"Địa điểm này đã có buổi tiêm {code} trùng giờ. Chọn giờ khác, hoặc thêm bàn cho buổi đó.",
        $"There is session {code} at this place at the same time. Choose other hours, or add teams there.");

    public static Refusal NotOpen { get; } = Refusal.Conflicting(
        "session.not_open", "Buổi tiêm đã đóng, đã ký hoặc đã huỷ.", "The session is closed, signed or called off.");

    public static Refusal Begun { get; } = Refusal.Conflicting(
        "session.begun", "Đã có người được tiêm nên không huỷ được buổi này. Nhập cho xong rồi đóng buổi.", "People have been vaccinated, so that the session cannot be called off. Finish the entry, then close it.");

    public static Refusal NoSuchBooking { get; } = Refusal.NotThere(
        "session.no_booking", "Không có người này trong buổi tiêm.", "There is no such person at the session.");

    public static Refusal WrongStep { get; } = Refusal.Conflicting(
        "session.wrong_step", "Người này đang ở bước khác. Tải lại để xem.", "This person is at another step. Load again to see.");

    public static Refusal NoteNeeded { get; } = Refusal.NotAcceptable(
        "session.note_needed", "Ghi lý do chưa tiêm được.", "Say why the person is not vaccinated.");

    public static Refusal TooSoon { get; } = Refusal.NotAcceptable(
        "session.too_soon", "Chưa đủ 30 phút theo dõi. Ghi lý do nếu cho về sớm.", "Half an hour of observation is not over. Say why, if the person leaves earlier.");

    public static Refusal NoLot { get; } = Refusal.NotAcceptable(
        "session.no_lot", "Chọn lô vắc xin đã mang đến buổi tiêm.", "Choose a lot that was brought to the session.");

    public static Refusal LotExpired(string number, DateOnly last) => Refusal.NotAcceptable(
        "session.lot_expired",
        $"Lô {number} chỉ dùng được đến {Shown.Date(last)}. Không dùng lô này; chọn lô khác.",
        $"Lot {number} may be used until {Shown.Date(last)}. Do not use it; choose another.");

    public static Refusal LotEmpty(string number) => Refusal.Conflicting(
        "session.lot_empty",
        $"Lô {number} đã dùng hết số liều mang đến. Nhập thêm liều mang đến nếu có, hoặc chọn lô khác.",
        $"All doses of lot {number} that were brought are used. Enter what was brought since, or choose another lot.");

    public static Refusal LotShort(string number, int left) => Refusal.Conflicting(
        "session.lot_short",
        $"Kho chỉ còn {Shown.Number(left)} liều của lô {number}.", $"The store has only {Shown.Number(left)} doses of lot {number} left.");

    public static Refusal PeopleLeft(int count) => Refusal.Conflicting(
        "session.people_left",
        $"Còn {Shown.Number(count)} người đang ở các bàn. Làm xong cho từng người rồi đóng buổi.",
        $"{Shown.Number(count)} people are still at the desks. Finish with each of them, then close the session.");

    public static Refusal Balance(string number, int missing) => Refusal.NotAcceptable(
        "session.balance",
        $"Lô {number} còn lệch {Shown.Number(missing)} liều. Sửa số liều huỷ, trả kho, hoặc ghi lý do.",
        $"Lot {number} is out by {Shown.Number(missing)} doses. Correct what was discarded and returned, or say why.");
}
