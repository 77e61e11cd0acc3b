using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Records;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>Checks a report: all problems at once, each at its field. A dose written in doubt is taken: the paper decides.</summary>
internal static class CheckReport
{
    /// <summary>Where somebody lives in none of the communes that have a station here.</summary>
    public const string Elsewhere = "other";

    /// <summary>All that is to be put right.</summary>
    /// <param name="form">The form.</param>
    /// <param name="read">What is read of the four fields.</param>
    /// <param name="communes">Communes that have a station.</param>
    /// <param name="photos">Photos that came with it.</param>
    /// <param name="needsPhone">Whether the citizen is reached by phone alone.</param>
    public static IReadOnlyList<FormProblem> Of(ReportForm form, in ReadFields read, IReadOnlySet<string> communes, int photos, bool needsPhone)
    {
        var problems = new List<FormProblem>();
        void Add(bool isWrong, string field, string vi, string en)
        {
            if (isWrong) problems.Add(new FormProblem(field, new(vi, en)));
        }

        Add(!Enum.IsDefined(form.Kind), $"kind-{(int)FeedbackKind.MissingDose}", "Chọn điều đang sai.", "Choose what is wrong.");
        Add(read.Name != FieldVerdict.NotCompared || !form.Name!.Contains(' ', StringComparison.Ordinal), "name",
            "Ghi đủ họ, tên đệm và tên, có dấu như trên giấy tờ.", "Write the full name with its marks as on the papers.");
        Add(read.Date != FieldVerdict.NotCompared, "date",
            "Ghi ngày sinh theo dạng ngày/tháng/năm, ví dụ 02/09/1978. Người cao tuổi chỉ nhớ năm thì ghi năm.",
            "Write the date of birth as day/month/year, for example 02/09/1978; the year alone where no more is known.");
        Add(read.Sex != FieldVerdict.NotCompared, "sex-male", "Chọn nam hoặc nữ.", "Choose male or female.");
        Add(form.IdNumber!.Length > 0 && (read.Number != FieldVerdict.NotCompared || form.IdNumber.Count(char.IsAsciiDigit) is not (9 or 12)), "idNumber",
            "Số căn cước có 12 chữ số, chứng minh nhân dân có 9. Kiểm tra lại, hoặc để trống nếu chưa có.",
            "A citizen number has 12 digits, an old card 9. Check it, or leave it empty if there is none.");
        Add(needsPhone && !PhoneNumber.TryParse(form.Phone, out _), "phone",
            "Ghi số điện thoại di động 10 chữ số, ví dụ 0912 345 678. Mã xác nhận và câu trả lời sẽ gửi tới số này.",
            "Write a mobile phone of Viet Nam with 10 digits, for example 0912 345 678. The code and the answer are sent to it.");
        Add(!communes.Contains(form.Commune!) && !Elsewhere.Equals(form.Commune, StringComparison.Ordinal), "commune",
            "Chọn xã nơi đang ở.", "Choose the commune where you live.");
        Add(form.Kind == FeedbackKind.MissingDose && form.Doses.Count == 0, "dose-1-date",
            "Ghi mũi tiêm còn thiếu theo giấy xác nhận.", "Write the missing dose as on the paper.");
        Add(form.Kind.NeedsPhoto() && photos == 0, "Photos",
            "Chụp và gửi kèm giấy xác nhận tiêm.", "Attach a photo of the confirmation of vaccination.");
        Add(form.Kind == FeedbackKind.Other && form.Words!.Length == 0, "words", "Ghi điều cần phản ánh.", "Write what it is about.");
        Add(!form.Consent, "consent", "Đánh dấu cam đoan thì phản ánh mới được nhận.", "The report can only be taken if you declare that it is true.");
        return problems;
    }

    /// <summary>What is read of a form.</summary>
    public static ReadFields Read(ReportForm form, DateOnly today) => ReadFields.Of(form.Written, new FieldReading(today));

    /// <summary>What is read of a case.</summary>
    public static ReadFields ReadCase(FeedbackCase one, DateOnly today) => ReadFields.Of(one.Written, new FieldReading(today));
}
