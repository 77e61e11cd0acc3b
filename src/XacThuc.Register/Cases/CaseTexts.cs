using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Register.Cases;

/// <summary>How cases are spoken of.</summary>
internal static class CaseTexts
{
    /// <summary>Reasons in words, one behind the other.</summary>
    public static string Of(Reasons reasons) => string.Join("; ", reasons.Each().Select(reason => ReasonTexts.Of(reason).ToString()));

    /// <summary>Joined reason codes in words.</summary>
    public static string OfKey(string key) => string.Join(
        "; ", key.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(code => Reasons.Find(code) is { } reason ? ReasonTexts.Of(reason).ToString() : code));

    /// <summary>The name of a field of evidence, as the waterfall shows it.</summary>
    public static string OfField(string field) => field switch
    {
        "Number" => Speech.Say("số", "number"),
        "FamilyName" or "Family" => Speech.Say("họ", "family name"),
        "MiddleName" or "Middle" => Speech.Say("tên đệm", "middle name"),
        "GivenName" or "Given" => Speech.Say("tên", "given name"),
        "Name" => Speech.Say("họ tên", "name"),
        "Year" => Speech.Say("năm sinh", "year"),
        "DayMonth" => Speech.Say("ngày tháng", "day and month"),
        "Date" or "DateOfBirth" => Speech.Say("ngày sinh", "date of birth"),
        "Sex" => Speech.Say("giới tính", "sex"),
        "Commune" => Speech.Say("nơi ở", "residence"),
        "Pattern" => Speech.Say("kiểu sai", "pattern"),
        _ => field,
    };
}
