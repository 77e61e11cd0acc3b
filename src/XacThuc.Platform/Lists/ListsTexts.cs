using XacThuc.Matching.Texts;
using XacThuc.Platform.Lists.Print;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists;

/// <summary>How lists are spoken of.</summary>
internal static class ListsTexts
{
    /// <summary>What forms are drawn up by; their words are Vietnamese always.</summary>
    public const string Ground = "(Thực hiện Công văn số 8938/BYT-DP ngày 21/10/2021 của Bộ Y tế)";

    /// <summary>A state in a word.</summary>
    public static (Tone Tone, string Word) Of(ListState state) => state switch
    {
        ListState.Draft => (Tone.Waiting, Speech.Say("đang lập", "being drawn up")),
        ListState.Sent => (Tone.Waiting, Speech.Say("công an đang đối chiếu", "with the police")),
        ListState.Verified => (Tone.Note, Speech.Say("đã đối chiếu, chờ duyệt", "verified, to be approved")),
        ListState.Approved => (Tone.Right, Speech.Say("đã duyệt", "approved")),
        ListState.GivenUp => (Tone.Plain, Speech.Say("đã huỷ", "given up")),
    };

    /// <summary>Where somebody stands, in both languages.</summary>
    public static (Tone Tone, Bilingual Word) Of(PersonState state) => state switch
    {
        PersonState.AsEntered => (Tone.Waiting, new("chưa đối chiếu", "not verified yet")),
        PersonState.WithPolice => (Tone.Waiting, new("công an đang đối chiếu", "with the police")),
        PersonState.Confirmed => (Tone.Right, new("đã xác nhận", "confirmed")),
        PersonState.Corrected => (Tone.Right, new("đã xác nhận, có sửa", "confirmed with corrections")),
        PersonState.ToComplete => (Tone.Wrong, new("cần bổ sung giấy tờ", "to bring papers")),
        PersonState.NotFound => (Tone.Wrong, new("không tìm thấy", "not found")),
        PersonState.Foreigner => (Tone.Plain, new("người nước ngoài", "foreigner")),
        PersonState.Withdrawn => (Tone.Plain, new("đã rút", "withdrawn")),
    };

    /// <summary>Consent.</summary>
    public static Bilingual Of(Consent consent) => consent switch
    {
        Consent.NotAsked => new("chưa hỏi", "not asked"),
        Consent.Given => new("đồng ý", "agrees"),
        Consent.Refused => new("không đồng ý", "does not agree"),
    };

    /// <summary>Where its people come from.</summary>
    public static string Of(ListSource source) => source switch
    {
        ListSource.Hand => Speech.Say("nhập tay, quét thẻ", "by hand, scanned"),
        ListSource.File => Speech.Say("từ tệp", "from a file"),
        ListSource.Earlier => Speech.Say("từ danh sách trước", "from an earlier list"),
        ListSource.Registered => Speech.Say("người dân tự đăng ký", "registered by themselves"),
    };

    /// <summary>A form, and what it is for.</summary>
    public static (string Name, string Use) Of(ListFormKind kind) => kind switch
    {
        ListFormKind.People => (Speech.Say("Danh sách", "List"), Speech.Say("Khổ A4 ngang; tiêu đề bảng lặp lại ở mỗi trang.", "A4 landscape; the table's heading is repeated on each page.")),
        ListFormKind.Minutes => (Speech.Say("Biên bản đối chiếu", "Minutes"), Speech.Say("Khổ A4 đứng; ba bên ký và đóng dấu.", "A4 portrait; three parties sign and stamp.")),
    };

    /// <summary>What somebody who must come with papers is asked to bring; none where nothing is asked.</summary>
    public static string? ToBring(PersonState state) => state switch
    {
        PersonState.ToComplete => "Đề nghị ông (bà) mang theo căn cước công dân hoặc chứng minh nhân dân, giấy khai sinh hoặc giấy tờ khác có họ tên, ngày sinh, giới tính để bổ sung thông tin trước khi tiêm.",
        PersonState.NotFound => "Chưa tìm thấy thông tin của ông (bà) trong dữ liệu dân cư. Đề nghị mang theo giấy tờ gốc (căn cước, giấy khai sinh, sổ hộ khẩu) để kiểm tra lại họ tên, ngày sinh và số.",
        PersonState.AsEntered or PersonState.WithPolice or PersonState.Confirmed or PersonState.Corrected or PersonState.Foreigner or PersonState.Withdrawn => null,
    };

    /// <summary>The dose.</summary>
    public static string Dose(int dose) => Speech.Say($"mũi {dose}", $"dose {dose}");

    /// <summary>The steps of a list, and the state that ends each.</summary>
    public static IReadOnlyList<(string Text, ListState Ends)> Steps =>
    [
        (Speech.Say("lập danh sách", "draw up"), ListState.Sent),
        (Speech.Say("công an đối chiếu", "police verify"), ListState.Verified),
        (Speech.Say("UBND duyệt", "committee approves"), ListState.Approved),
    ];
}
