using XacThuc.Web.Acts;

namespace XacThuc.Web.Uploads;

/// <summary>Why a file is not kept.</summary>
public static class UploadRefusals
{
    /// <summary>Larger than is taken.</summary>
    public static Refusal TooLarge { get; } = new(RefusalKind.TooLarge, "upload.too_large", new(
        "Tệp lớn hơn 2 GB. Chia tệp thành nhiều phần, ví dụ theo xã, rồi gửi lần lượt từng phần.",
        "The file is larger than 2 GB. Split it, by commune for example, and send one part after the other."));

    /// <summary>Nothing came.</summary>
    public static Refusal Empty { get; } = Refusal.NotAcceptable(
        "upload.empty", "Không nhận được nội dung nào của tệp. Chọn tệp có dữ liệu rồi gửi lại.",
        "Nothing of a file was received. Choose a file with data and send it again.");

    /// <summary>The disk is full.</summary>
    public static Refusal NoRoom { get; } = new(RefusalKind.NoRoom, "upload.no_room", new(
        "Máy chủ đã hết chỗ lưu, tệp chưa được nhận. Báo người vận hành giải phóng ổ đĩa, rồi gửi lại.",
        "The server's disk is full; the file was not taken. Tell the operator to free space, then send it again."));
}
