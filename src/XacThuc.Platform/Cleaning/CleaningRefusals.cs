using XacThuc.Web.Acts;

namespace XacThuc.Platform.Cleaning;

/// <summary>Every refusal of the work on cleaning lists.</summary>
internal static class CleaningRefusals
{
    public static Refusal NoSuchList => Refusal.NotThere(
        "cleaning.not_there", "Không có danh sách này trong phạm vi của đơn vị bạn.", "There is no such list in your unit's reach.");

    public static Refusal NoSuchFile => Refusal.NotThere(
        "cleaning.file_not_there", "Không có tệp này của danh sách.", "The list has no such file.");

    public static Refusal NothingToDraw => Refusal.Conflicting(
        "cleaning.nothing",
        "Không còn hồ sơ sai hoặc chưa so được nào chưa nằm trong danh sách khác. Xác thực hồ sơ mới rồi lập danh sách sau.",
        "No record is wrong or not comparable that stands on no other list. Authenticate new records, then draw a list up.");

    public static Refusal DrawnByAnother => Refusal.Conflicting(
        "cleaning.drawn",
        "Người khác vừa lập một danh sách có cùng hồ sơ. Mở danh sách đó, hoặc lập lại cho các hồ sơ còn lại.",
        "Somebody else has just drawn a list with the same records. Open that one, or draw again for those that are left.");

    public static Refusal Moved => Refusal.Conflicting(
        "cleaning.moved",
        "Danh sách đã sang bước khác. Tải lại trang để xem bước hiện tại.",
        "The list is at another step already. Load the page again to see where it is.");

    public static Refusal NoFile => Refusal.NotAcceptable(
        "cleaning.no_file", "Chưa chọn tệp. Chọn tệp Excel đã điền rồi bấm Đối chiếu.", "No file was chosen. Choose the filled Excel file, then press Compare.");

    public static Refusal NothingToTake => Refusal.Conflicting(
        "cleaning.same",
        "Tệp không có gì khác danh sách hiện tại: không có ô nào để nhận.",
        "The file says nothing that the list does not say already: there is no cell to take over.");

    public static Refusal NothingToSend => Refusal.Conflicting(
        "cleaning.all_changed",
        "Mọi hồ sơ của danh sách đều đã được sửa hoặc đã đúng: không còn gì để gửi. Huỷ danh sách này.",
        "Every record of the list has been corrected or is right by now: nothing is left to send. Give this list up.");

    public static Refusal NotSigned => Refusal.Conflicting(
        "cleaning.not_signed",
        "Danh sách chưa có chữ ký của công an nên chưa được cập nhật.",
        "The list is not signed by the police and is not applied.");
}
