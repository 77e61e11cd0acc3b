using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Papers;

/// <summary>Every refusal of a paper.</summary>
internal static class PaperRefusals
{
    public static Refusal NoFile => Refusal.NotAcceptable(
        "paper.no_file", "Chưa chọn ảnh. Chọn ảnh chụp giấy tờ rồi bấm Thêm.", "No photo was chosen. Choose a photo of the paper, then press Add.");

    public static Refusal TooLarge => new(RefusalKind.TooLarge, "paper.too_large", new(
        "Tệp lớn hơn 5 MB. Chụp lại ở cỡ nhỏ hơn, hoặc chỉ chụp phần có họ tên, ngày sinh, giới tính và số.",
        "The file is larger than 5 MB. Take a smaller photo, or only of the part with name, date of birth, sex and number."));

    public static Refusal NotAPaper => Refusal.NotAcceptable(
        "paper.kind", "Chỉ nhận ảnh JPG, PNG hoặc tệp PDF. Chụp lại giấy tờ rồi gửi ảnh.", "Only JPG and PNG pictures and PDF files are taken. Take a photo of the paper and send that.");

    public static Refusal TooMany => Refusal.Conflicting(
        "paper.too_many", "Hồ sơ này đã có 10 tệp giấy tờ. Không thêm được nữa.", "This record has ten papers already. No more can be added.");

    public static Refusal NotThere => Refusal.NotThere(
        "paper.not_there", "Không có giấy tờ này trong phạm vi của đơn vị bạn.", "There is no such paper in your unit's reach.");
}
