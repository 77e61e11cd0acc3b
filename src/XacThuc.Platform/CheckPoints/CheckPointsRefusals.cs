using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints;

/// <summary>Every refusal of check points, to staff.</summary>
internal static class CheckPointsRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere("place.not_there", "Không có điểm kiểm soát này.", "There is no such check point.");

    public static Refusal Moved { get; } = Refusal.Conflicting(
        "place.moved", "Điểm kiểm soát vừa thay đổi. Xem lại rồi làm tiếp.", "The check point has just changed. Look again before you go on.");

    public static Refusal NameNeeded { get; } = Refusal.NotAcceptable(
        "place.name", "Ghi tên và địa chỉ điểm kiểm soát để người qua lại nhận ra.", "Give the check point a name and an address that people recognise.");

    public static Refusal ResponsibleNeeded { get; } = Refusal.NotAcceptable(
        "place.responsible", "Ghi họ tên người chịu trách nhiệm tại điểm.", "Name who answers for the check point.");

    public static Refusal PhoneNeeded { get; } = Refusal.NotAcceptable(
        "place.phone", "Ghi số điện thoại di động 10 chữ số của người chịu trách nhiệm, ví dụ 0912 345 678.",
        "Write the mobile phone (10 digits) of whoever answers for it, for example 0912 345 678.");

    public static Refusal Closed { get; } = Refusal.Conflicting(
        "place.closed", "Điểm kiểm soát đang đóng. Mở lại rồi mới thêm thiết bị.", "The check point is closed. Open it again before you add devices.");

    public static Refusal GuardNeeded { get; } = Refusal.NotAcceptable(
        "device.guard", "Ghi tên người trực dùng thiết bị, để biết thiết bị nào của ai khi mất.", "Name the guard who uses the device, so that a lost one can be told.");

    public static Refusal DeviceNotThere { get; } = Refusal.NotThere("device.not_there", "Không có thiết bị này ở điểm kiểm soát.", "There is no such device at the check point.");

    public static Refusal DeviceOff { get; } = Refusal.Conflicting(
        "device.off", "Thiết bị đã tắt. Muốn dùng lại, tạo liên kết mới.", "The device is switched off already. To use it again, make a new link.");
}
