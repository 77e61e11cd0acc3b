using XacThuc.Matching.Texts;

namespace XacThuc.Certificates.CitizenCard;

/// <summary>What a text seems to be that is none of the papers.</summary>
public enum Seeming
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A vaccination certificate (<c>HC1:</c>).</summary>
    Certificate,

    /// <summary>The address of a page.</summary>
    WebAddress,

    /// <summary>Digits alone.</summary>
    Number,

    /// <summary>One of the papers, of which a field cannot be read or contradicts another.</summary>
    Damaged,

    /// <summary>Longer than any code, or with characters that no paper has.</summary>
    Unusable,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What was scanned and what to do next, for whoever holds the scanner.</summary>
internal static class SeemingSentences
{
    public static Bilingual Sentence(this Seeming seeming) => seeming switch
    {
        Seeming.Empty => new(
            "Chưa quét được gì. Quét mã QR trên thẻ hoặc giấy tờ.",
            "Nothing was scanned. Scan the QR code of the card or paper."),
        Seeming.Certificate => new(
            "Đây là mã chứng nhận tiêm chủng, không phải thẻ. Quét thẻ căn cước, thẻ bảo hiểm y tế hoặc mã QR cá nhân.",
            "This is a vaccination certificate, not a card. Scan the citizen card, the health insurance card or the personal QR code."),
        Seeming.WebAddress => new(
            "Mã này dẫn tới một trang web, không phải thẻ. Quét mã QR khác trên thẻ hoặc giấy tờ.",
            "This code leads to a web page and is no card. Scan the other QR code of the card or paper."),
        Seeming.Number => new(
            "Đây chỉ là một dãy số. Quét mã QR của thẻ, hoặc nhập tay họ tên, ngày sinh và giới tính.",
            "This is a number alone. Scan the card's QR code, or type name, date of birth and sex."),
        Seeming.Damaged => new(
            "Mã giống mã của thẻ nhưng có phần không đọc được. Quét lại; nếu vẫn vậy, nhập tay theo thẻ.",
            "The code looks like a card's, but a part of it cannot be read. Scan again; if that does not help, type what the card says."),
        Seeming.Unusable => new(
            "Nội dung quá dài hoặc có ký tự lạ nên không phải mã của thẻ. Xóa ô này rồi quét lại.",
            "The text is too long or has characters that no card has. Clear the field and scan again."),
        Seeming.Other => new(
            "Đây không phải mã của thẻ căn cước, thông báo số định danh, thẻ bảo hiểm y tế hay mã QR cá nhân. Quét mã khác, hoặc nhập tay theo giấy tờ.",
            "This is no code of a citizen card, notice of the id number, health insurance card or personal QR. Scan another code, or type what the paper says."),
    };
}
