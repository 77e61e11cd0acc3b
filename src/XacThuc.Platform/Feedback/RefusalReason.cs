using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Feedback;

/// <summary>The thirteen official reasons for which a report is refused (guide to dispatch 9458/BYT-CNTT).</summary>
public enum RefusalReason
{
    /// <summary>The paper is the screening form: no date, dose and vaccine on it.</summary>
    ScreeningForm = 1,

    /// <summary>The name on the report contradicts the paper.</summary>
    AnotherName = 2,

    /// <summary>Only a photo of the person is attached.</summary>
    OnlyPortrait = 3,

    /// <summary>The dose declared contradicts the paper.</summary>
    AnotherDose = 4,

    /// <summary>The date of birth on the paper and in the system differ.</summary>
    AnotherBirthDate = 5,

    /// <summary>The paper lacks name, sex, time or vaccine.</summary>
    IncompletePaper = 6,

    /// <summary>Personal data on the photo are covered.</summary>
    CoveredPhoto = 7,

    /// <summary>The photo cannot be read.</summary>
    UnreadablePhoto = 8,

    /// <summary>The day of injection differs from the paper.</summary>
    AnotherDay = 9,

    /// <summary>Nothing on the paper agrees with what is declared.</summary>
    NothingAgrees = 10,

    /// <summary>The name is incomplete or without marks.</summary>
    IncompleteName = 11,

    /// <summary>Another vaccine than on the paper.</summary>
    AnotherVaccine = 12,

    /// <summary>Data on the paper were altered.</summary>
    AlteredPaper = 13,
}

/// <summary>How reasons are called, and the letter that goes with each: what is wrong and what to do.</summary>
internal static class RefusalReasons
{
    public static IReadOnlyList<RefusalReason> All { get; } = Enum.GetValues<RefusalReason>();

    /// <summary>The official name.</summary>
    public static Bilingual Name(this RefusalReason reason) => reason switch
    {
        RefusalReason.ScreeningForm => new("Phiếu sàng lọc, không có ngày tiêm, mũi tiêm, loại vắc xin", "A screening form without date, dose and vaccine"),
        RefusalReason.AnotherName => new("Họ tên phản ánh không khớp với giấy xác nhận", "The name reported contradicts the paper"),
        RefusalReason.OnlyPortrait => new("Chỉ gửi ảnh cá nhân", "Only a photo of the person"),
        RefusalReason.AnotherDose => new("Mũi tiêm khai báo không khớp với giấy xác nhận", "The dose declared contradicts the paper"),
        RefusalReason.AnotherBirthDate => new("Ngày sinh trên giấy và trên hệ thống khác nhau", "Date of birth on the paper and in the system differ"),
        RefusalReason.IncompletePaper => new("Giấy thiếu họ tên, giới tính, thời gian hoặc loại vắc xin", "The paper lacks name, sex, time or vaccine"),
        RefusalReason.CoveredPhoto => new("Ảnh bị che thông tin cá nhân", "Personal data on the photo are covered"),
        RefusalReason.UnreadablePhoto => new("Ảnh mờ, không đọc được", "The photo cannot be read"),
        RefusalReason.AnotherDay => new("Ngày tiêm không khớp với giấy xác nhận", "The day of injection differs from the paper"),
        RefusalReason.NothingAgrees => new("Giấy không khớp với nội dung nào đã khai", "Nothing on the paper agrees with what is declared"),
        RefusalReason.IncompleteName => new("Họ tên không đầy đủ hoặc không dấu", "The name is incomplete or without marks"),
        RefusalReason.AnotherVaccine => new("Loại vắc xin khác với giấy xác nhận", "Another vaccine than on the paper"),
        RefusalReason.AlteredPaper => new("Thông tin trên giấy bị tẩy xoá, chỉnh sửa", "Data on the paper were altered"),
    };

    /// <summary>The letter in plain words; the reviewer may change it.</summary>
    public static Bilingual Letter(this RefusalReason reason) => reason switch
    {
        RefusalReason.ScreeningForm => new(
            "Ảnh ông (bà) gửi là phiếu sàng lọc trước tiêm, trên đó không ghi ngày tiêm, mũi tiêm và loại vắc xin. Xin chụp giấy xác nhận đã tiêm (nhận sau khi tiêm) rồi gửi lại trong chính phản ánh này.",
            "The photo shows the screening form from before the injection; it names no date, dose or vaccine. Please photograph the confirmation that you were given after the injection and send it in this same case."),
        RefusalReason.AnotherName => new(
            "Họ tên ông (bà) khai khác với họ tên trên giấy xác nhận tiêm. Xin kiểm tra lại họ tên, hoặc gửi đúng giấy của người được phản ánh.",
            "The name you wrote is not the one on the confirmation. Please check the name, or send the paper of the person concerned."),
        RefusalReason.OnlyPortrait => new(
            "Ảnh gửi kèm chỉ là ảnh chân dung, chưa có giấy xác nhận tiêm. Xin chụp giấy xác nhận tiêm và gửi lại trong chính phản ánh này.",
            "Only a photo of the person is attached. Please photograph the confirmation of vaccination and send it in this same case."),
        RefusalReason.AnotherDose => new(
            "Mũi tiêm ông (bà) khai không giống mũi ghi trên giấy xác nhận. Xin xem lại giấy và sửa mũi tiêm đã khai.",
            "The dose you declared is not the one on the paper. Please look at the paper again and correct it."),
        RefusalReason.AnotherBirthDate => new(
            "Ngày sinh trên giấy xác nhận khác ngày sinh trên hệ thống. Xin mang thẻ căn cước đến trạm y tế để sửa ngày sinh trước.",
            "The date of birth on the paper differs from the one in the system. Please bring your identity card to the health station to put it right first."),
        RefusalReason.IncompletePaper => new(
            "Giấy xác nhận thiếu họ tên, giới tính, thời gian tiêm hoặc loại vắc xin. Xin đến nơi đã tiêm để được ghi bổ sung, rồi chụp gửi lại.",
            "The paper lacks the name, sex, time or vaccine. Please have it completed where you were vaccinated and send it again."),
        RefusalReason.CoveredPhoto => new(
            "Ảnh bị che mất thông tin cá nhân nên không đối chiếu được. Xin chụp lại cả tờ giấy, không che chỗ nào.",
            "Personal data on the photo are covered. Please photograph the whole paper with nothing covered."),
        RefusalReason.UnreadablePhoto => new(
            "Ảnh mờ hoặc tối, không đọc được. Xin đặt giấy trên bàn gần cửa sổ, chụp lại cho rõ rồi gửi trong chính phản ánh này.",
            "The photo is blurred or dark. Please lay the paper on a table near a window and send a clear photo in this same case."),
        RefusalReason.AnotherDay => new(
            "Ngày tiêm ông (bà) khai khác ngày ghi trên giấy xác nhận. Xin xem lại giấy và sửa ngày tiêm.",
            "The day you declared is not the one on the paper. Please look at the paper again and correct it."),
        RefusalReason.NothingAgrees => new(
            "Giấy gửi kèm không khớp với nội dung nào đã khai. Có thể đã gửi nhầm giấy của người khác. Xin gửi lại đúng giấy.",
            "Nothing on the paper agrees with what was declared; it may be somebody else's. Please send the right paper."),
        RefusalReason.IncompleteName => new(
            "Họ tên khai chưa đầy đủ hoặc không có dấu. Xin ghi đủ họ, tên đệm, tên, có dấu như trên thẻ căn cước.",
            "The name is incomplete or without marks. Please write it in full with all marks as on the identity card."),
        RefusalReason.AnotherVaccine => new(
            "Loại vắc xin ông (bà) khai khác loại ghi trên giấy xác nhận. Xin xem lại giấy và chọn đúng loại.",
            "The vaccine you declared is not the one on the paper. Please look at the paper again and choose the right one."),
        RefusalReason.AlteredPaper => new(
            "Thông tin trên giấy có dấu hiệu tẩy xoá, sửa chữa nên không dùng được. Xin đến nơi đã tiêm để được cấp lại giấy xác nhận.",
            "The data on the paper seem altered, so it cannot be used. Please ask for a new confirmation where you were vaccinated."),
    };
}
