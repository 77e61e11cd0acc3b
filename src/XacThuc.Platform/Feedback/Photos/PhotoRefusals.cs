using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Photos;

/// <summary>Every refusal of a photo; each says what to do.</summary>
internal static class PhotoRefusals
{
    public static Refusal NoFile => Refusal.NotAcceptable(
        "photo.no_file",
        "Ảnh không có nội dung. Chọn lại ảnh hoặc chụp ảnh mới.",
        "The photo is empty. Choose it again or take a new one.");

    public static Refusal TooLarge => new(RefusalKind.TooLarge, "photo.too_large", new(
        "Ảnh lớn hơn 12 MB. Chụp lại ở cỡ nhỏ hơn, hoặc chụp màn hình của ảnh rồi gửi ảnh chụp đó.",
        "The photo is larger than 12 MB. Take it at a smaller size, or send a screenshot of it."));

    public static Refusal NotAPhoto => Refusal.NotAcceptable(
        "photo.kind",
        "Tệp này không phải ảnh JPG, PNG, WebP hoặc HEIC. Chụp ảnh giấy tờ bằng điện thoại rồi gửi ảnh đó.",
        "This file is no JPG, PNG, WebP or HEIC picture. Take a photo of the paper with a phone and send that.");

    public static Refusal TooManyPixels => Refusal.NotAcceptable(
        "photo.too_many_pixels",
        "Ảnh có hơn 50 triệu điểm ảnh. Chọn cỡ ảnh nhỏ hơn trong máy ảnh (ví dụ 12 megapixel) rồi chụp lại.",
        "The photo has more than 50 million pixels. Choose a smaller size in the camera (12 megapixels, say) and take it again.");

    public static Refusal TooSmall => Refusal.NotAcceptable(
        "photo.too_small",
        "Ảnh quá nhỏ, không đọc được chữ: cạnh dài cần ít nhất 600 điểm ảnh. Chụp lại gần hơn hoặc gửi ảnh gốc, không gửi ảnh thu nhỏ.",
        "The photo is too small to be read: its longer side needs at least 600 pixels. Take it from closer, or send the original rather than a thumbnail.");

    public static Refusal Damaged => Refusal.NotAcceptable(
        "photo.damaged",
        "Ảnh bị hỏng hoặc tải lên chưa hết. Mở ảnh trên điện thoại xem còn xem được không, rồi gửi lại hoặc chụp ảnh mới.",
        "The photo is damaged or was not sent to its end. See whether the phone still shows it, then send it again or take a new one.");

    public static Refusal Busy => new(RefusalKind.TooMany, "photo.busy", new(
        "Hệ thống đang nhận nhiều ảnh cùng lúc. Chờ một phút rồi gửi lại.",
        "Many photos are being taken in right now. Wait a minute, then send again."));
}
