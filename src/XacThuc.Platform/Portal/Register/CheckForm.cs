using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Records;

namespace XacThuc.Platform.Portal.Register;

/// <summary>Something that must be put right before the form can be sent.</summary>
/// <param name="Field">The id of the field.</param>
/// <param name="Sentence">What to do.</param>
internal sealed record FormProblem(string Field, Bilingual Sentence);

/// <summary>Checks a form: all problems at once, each at its field.</summary>
internal static class CheckForm
{
    /// <summary>Below it somebody must answer for the person.</summary>
    public const int AgeOfMajority = 18;

    /// <summary>All that is to be put right.</summary>
    public static IReadOnlyList<FormProblem> Of(RegisterForm form, in ReadFields read, HashSet<string> communes, DateOnly today)
    {
        var problems = new List<FormProblem>();
        void Add(bool isWrong, string field, string vi, string en)
        {
            if (isWrong) problems.Add(new FormProblem(field, new(vi, en)));
        }

        Add(read.Name != FieldVerdict.NotCompared || !form.Name.Contains(' ', StringComparison.Ordinal), "name",
            "Ghi đủ họ, tên đệm và tên như trên giấy tờ.", "Write the full name as on the papers.");
        Add(read.Date != FieldVerdict.NotCompared, "date",
            "Ghi ngày sinh theo dạng ngày/tháng/năm, ví dụ 02/09/1978. Người cao tuổi chỉ nhớ năm thì ghi năm.",
            "Write the date of birth as day/month/year, for example 02/09/1978; the year alone where no more is known.");
        Add(read.Sex != FieldVerdict.NotCompared, "sex-male", "Chọn nam hoặc nữ.", "Choose male or female.");
        Add(form.IdNumber.Length > 0 && (read.Number != FieldVerdict.NotCompared || form.IdNumber.Count(char.IsAsciiDigit) is not (9 or 12)), "idNumber",
            "Số căn cước có 12 chữ số, chứng minh nhân dân có 9. Kiểm tra lại, hoặc để trống nếu chưa có.",
            "A citizen number has 12 digits, an old card 9. Check it, or leave it empty if there is none.");
        Add(form.Passport.Length > 0 && form.Nationality.Length == 0, "nationality",
            "Có hộ chiếu thì ghi thêm quốc tịch.", "With a passport, write the nationality too.");
        Add(!PhoneNumber.TryParse(form.Phone, out _), "phone",
            "Ghi số điện thoại di động 10 chữ số, ví dụ 0912 345 678. Mã xác nhận sẽ gửi tới số này.",
            "Write a mobile phone of Viet Nam with 10 digits, for example 0912 345 678. A code is sent to it.");
        Add(!communes.Contains(form.Commune), "commune", "Chọn xã nơi đang ở.", "Choose the commune where you live.");
        Add(form.Hamlet.Length == 0, "hamlet", "Ghi thôn, bản hoặc khu phố.", "Write the hamlet or quarter.");
        Add(form.Dose is < 1 or > 4, "dose", "Chọn mũi tiêm.", "Choose the dose.");
        if (IsMinor(read.Born, today))
        {
            Add(form.Guardian.Length == 0, "guardian",
                "Dưới 18 tuổi cần có người giám hộ: ghi họ tên cha, mẹ hoặc người giám hộ.",
                "Under 18 a guardian is needed: write the name of father, mother or guardian.");
            Add(!PhoneNumber.TryParse(form.GuardianPhone, out _), "guardianPhone",
                "Ghi số điện thoại di động của người giám hộ.", "Write the guardian's mobile phone.");
        }

        Add(!form.Consent, "consent",
            "Đánh dấu đồng ý thì trạm y tế mới được nhận đăng ký.", "The station can only take the registration if you agree.");
        return problems;
    }

    /// <summary>Whether somebody may be under 18: of whom only the year is known is taken for the younger.</summary>
    public static bool IsMinor(PartialDate born, DateOnly today) =>
        born.IsKnown && new DateOnly(born.Year, born.Month == 0 ? 12 : born.Month, born.Day == 0 ? (born.Month == 0 ? 31 : DateTime.DaysInMonth(born.Year, born.Month)) : born.Day)
            .AddYears(AgeOfMajority) > today;
}
