using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Feedback;

/// <summary>What is wrong, as the citizen chooses it.</summary>
public enum FeedbackKind
{
    /// <summary>A dose is missing.</summary>
    MissingDose = 1,

    /// <summary>A dose is recorded wrongly: vaccine, lot, day, place.</summary>
    WrongDose = 2,

    /// <summary>A dose stands under the wrong number: the second as the first.</summary>
    WrongNumber = 3,

    /// <summary>Name, date of birth, sex or citizen number is wrong.</summary>
    WrongPerson = 4,

    /// <summary>Recorded as vaccinated but was not.</summary>
    NotVaccinated = 5,

    /// <summary>The certificate is not there or is an old one.</summary>
    Certificate = 6,

    /// <summary>The data are right and still shown as wrong.</summary>
    ShownWrong = 7,

    /// <summary>The phone on record is not the citizen's.</summary>
    WrongPhone = 8,

    /// <summary>Identity information changed: name, number, date of birth.</summary>
    IdentityChanged = 9,

    /// <summary>Something else.</summary>
    Other = 10,
}

/// <summary>How kinds are called.</summary>
internal static class FeedbackKinds
{
    /// <summary>Whether doses are declared with it.</summary>
    public static bool HasDoses(this FeedbackKind kind) =>
        kind is FeedbackKind.MissingDose or FeedbackKind.WrongDose or FeedbackKind.WrongNumber or FeedbackKind.NotVaccinated or FeedbackKind.Other;

    /// <summary>Whether a photo of a paper must come with it.</summary>
    public static bool NeedsPhoto(this FeedbackKind kind) => kind is FeedbackKind.MissingDose or FeedbackKind.WrongDose or FeedbackKind.WrongNumber;

    /// <summary>In the citizen's own words.</summary>
    public static Bilingual Asked(this FeedbackKind kind) => kind switch
    {
        FeedbackKind.MissingDose => new("Đã tiêm mà không thấy ghi", "I was vaccinated and it is not recorded"),
        FeedbackKind.WrongDose => new("Mũi tiêm ghi sai loại vắc xin, số lô, ngày hoặc nơi tiêm", "A dose has the wrong vaccine, lot, day or place"),
        FeedbackKind.WrongNumber => new("Mũi 2 bị ghi thành mũi 1 (hoặc ngược lại)", "Dose 2 is recorded as dose 1, or the other way round"),
        FeedbackKind.WrongPerson => new("Sai họ tên, ngày sinh, giới tính hoặc số căn cước", "Name, date of birth, sex or citizen number is wrong"),
        FeedbackKind.NotVaccinated => new("Ghi là đã tiêm nhưng thực tế chưa tiêm", "Recorded as vaccinated, but I was not"),
        FeedbackKind.Certificate => new("Chưa có chứng nhận, hoặc chứng nhận vẫn là bản cũ", "There is no certificate, or it is still the old one"),
        FeedbackKind.ShownWrong => new("Thông tin đã đúng mà vẫn báo sai", "My data are right and still shown as wrong"),
        FeedbackKind.WrongPhone => new("Số điện thoại trong hồ sơ không phải của tôi", "The phone on record is not mine"),
        FeedbackKind.IdentityChanged => new("Tôi đã đổi thông tin căn cước (tên, số, ngày sinh)", "My identity information has changed"),
        FeedbackKind.Other => new("Việc khác", "Something else"),
    };

    /// <summary>In short, for staff.</summary>
    public static Bilingual Short(this FeedbackKind kind) => kind switch
    {
        FeedbackKind.MissingDose => new("Thiếu mũi", "Missing dose"),
        FeedbackKind.WrongDose => new("Sai mũi", "Wrong dose"),
        FeedbackKind.WrongNumber => new("Sai thứ tự mũi", "Wrong dose number"),
        FeedbackKind.WrongPerson => new("Sai nhân thân", "Wrong personal data"),
        FeedbackKind.NotVaccinated => new("Chưa tiêm mà có ghi", "Not vaccinated"),
        FeedbackKind.Certificate => new("Chứng nhận", "Certificate"),
        FeedbackKind.ShownWrong => new("Đúng mà báo sai", "Shown as wrong"),
        FeedbackKind.WrongPhone => new("Sai điện thoại", "Wrong phone"),
        FeedbackKind.IdentityChanged => new("Đổi thông tin căn cước", "Identity changed"),
        FeedbackKind.Other => new("Việc khác", "Other"),
    };
}
