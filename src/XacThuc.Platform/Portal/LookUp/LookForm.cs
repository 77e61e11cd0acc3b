using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.LookUp;

/// <summary>What somebody wrote to find a record; nothing is ever null or longer than it may be.</summary>
public sealed record LookForm
{
    private const int Longest = 200;
    private readonly string _name = "", _date = "", _sex = "", _known = "";

    /// <summary>Full name.</summary>
    public string Name { get => _name; init => _name = Said.Of(value, Longest); }

    /// <summary>Date of birth.</summary>
    public string Date { get => _date; init => _date = Said.Of(value, Longest); }

    /// <summary>Sex.</summary>
    public string Sex { get => _sex; init => _sex = Said.Of(value, Longest); }

    /// <summary>Number or phone, as registered.</summary>
    public string Known { get => _known; init => _known = Said.Of(value, Longest); }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(LookForm);
}

/// <summary>A form as it is understood.</summary>
/// <param name="Read">Name, date and sex.</param>
/// <param name="Digits">The number; empty where a phone was written.</param>
/// <param name="Phone">The phone; empty where a number was written.</param>
internal sealed record Question(ReadFields Read, string Digits, string Phone)
{
    /// <summary>What is asked for: the number, or the phone.</summary>
    public string Asked => Digits.Length > 0 ? Digits : Phone;

    /// <summary>Reads a form.</summary>
    /// <returns>The question, or what is to be put right before it can be asked.</returns>
    public static (Question? Question, IReadOnlyList<FormProblem> Problems) Of(LookForm form, DateOnly today)
    {
        var isPhone = PhoneNumber.TryParse(form.Known, out var phone);
        var read = ReadFields.Of(new WrittenRecord(form.Name, form.Sex, form.Date, isPhone ? "" : form.Known, ""), new FieldReading(today));
        var problems = new List<FormProblem>();
        void Add(bool isWrong, string field, string vi, string en)
        {
            if (isWrong) problems.Add(new FormProblem(field, new(vi, en)));
        }

        Add(read.Name != FieldVerdict.NotCompared, "name", "Ghi họ và tên; không có dấu cũng được.", "Write the full name; marks may be left out.");
        Add(read.Date != FieldVerdict.NotCompared, "date",
            "Ghi ngày sinh theo dạng ngày/tháng/năm, ví dụ 02/09/1978; chỉ nhớ năm thì ghi năm.",
            "Write the date of birth as day/month/year, for example 02/09/1978; the year alone where no more is known.");
        Add(read.Sex != FieldVerdict.NotCompared, "sex-male", "Chọn nam hoặc nữ.", "Choose male or female.");
        Add(!isPhone && (read.Number != FieldVerdict.NotCompared || form.Known.Count(char.IsAsciiDigit) is not (9 or 12)), "known",
            "Ghi số căn cước (12 số), số chứng minh nhân dân (9 số) hoặc điện thoại di động (10 số) đã đăng ký.",
            "Write the citizen number (12 digits), the old card's (9) or the mobile phone (10) as registered.");
        return problems.Count > 0 ? (null, problems) : (new Question(read, isPhone ? "" : read.Digits, isPhone ? phone.InFull() : ""), problems);
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Question);
}
