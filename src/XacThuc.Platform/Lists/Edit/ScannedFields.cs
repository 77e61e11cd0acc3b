using XacThuc.Certificates.CitizenCard;
using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Edit;

/// <summary>The form of a person as a scanned paper fills it in; what the paper does not tell stays empty.</summary>
internal static class ScannedFields
{
    private static readonly Bilingual Filled = new(
        "Đã điền từ mã QR. Xem lại rồi thêm vào danh sách.", "Filled in from the code. Look at it, then add the person.");

    /// <summary>The fields, none where the code tells nothing that can be trusted; and what to say.</summary>
    public static (PersonFields? Fields, Bilingual Sentence) Of(string? text) => ScannedCode.Read(text ?? "").Match<(PersonFields?, Bilingual)>(
        card: card => (Fields(card.FullName, card.Born, card.Sex, card.Id.InFull()) with { Hamlet = card.Residence }, Filled),
        notice: notice => (
            Fields(notice.FullName ?? "", notice.Born, notice.Sex, notice.Id.InFull()),
            new("Có thể là giấy báo số định danh: so từng ô với giấy trước khi thêm.", "Probably a notice of the number: compare each field with the paper before you add.")),
        insurance: card => (
            Fields(card.FullName, card.Born, card.Sex, ""),
            new("Thẻ bảo hiểm y tế không có số căn cước: hỏi và ghi thêm số.", "An insurance card does not tell the number: ask for it and write it down.")),
        personalQr: code => (
            Fields(code.FullName, code.Born, code.Sex, code.Id?.InFull() ?? ""),
            new("Mã QR cá nhân ghi tên không dấu: ghi lại tên có dấu và số.", "A personal QR code has the name without marks: write it with marks, and the number.")),
        garbled: (_, why) => (null, why),
        other: (_, why) => (null, why));

    private static PersonFields Fields(string name, PartialDate born, Sex? sex, string number) => new()
    {
        Name = name,
        Date = born.IsKnown ? Shown.Date(born) : "",
        Sex = sex switch { Sex.Male => "Nam", Sex.Female => "Nữ", null => "" },
        IdNumber = number,
    };
}
