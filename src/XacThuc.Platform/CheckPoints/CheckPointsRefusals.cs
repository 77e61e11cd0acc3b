using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

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

    public static Refusal NoFile { get; } = Refusal.NotAcceptable(
        "place.no_file", "Chưa chọn tệp. Chọn tệp Excel hoặc CSV rồi bấm Xem tệp.", "No file was chosen. Choose an Excel or CSV file, then press Look at it.");

    public static Refusal NothingNew { get; } = Refusal.Conflicting(
        "place.nothing_new", "Tệp không còn điểm mới nào để đăng ký.", "The file has no new place to be registered any more.");

    public static Refusal FileMoved { get; } = Refusal.Conflicting(
        "place.file_moved", "Vừa có người đăng ký điểm cùng lúc: chưa đăng ký điểm nào của tệp. Xem lại rồi bấm lần nữa.",
        "Somebody registered places at the same moment: none of the file was. Look again, then press once more.");

    public static Refusal FileTooLong(int most) => Refusal.NotAcceptable(
        "place.file_too_long", $"Tệp có hơn {Shown.Number(most)} dòng: chia nhỏ tệp rồi đưa lên từng phần.", $"The file has more than {Shown.Number(most)} rows: bring it in parts.");

    public static Refusal DeviceOff { get; } = Refusal.Conflicting(
        "device.off", "Thiết bị đã tắt. Muốn dùng lại, tạo liên kết mới.", "The device is switched off already. To use it again, make a new link.");
}
