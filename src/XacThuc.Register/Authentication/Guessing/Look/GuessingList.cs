using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Tables;

namespace XacThuc.Register.Authentication.Guessing.Look;

/// <summary>The list of reports, and how they are spoken of.</summary>
internal static class GuessingList
{
    public static ListShape<GuessingReport> Shape { get; } = new ListShape<GuessingReport>(report => report.Id)
        .Moment("at", new("Lúc", "When"), report => report.At)
        .Text("unit", new("Đơn vị", "Unit"), report => report.UnitCode, report => report.UnitCode, report => $"/guessing/{report.Id}")
        .Text("account", new("Tài khoản", "Account"), report => AccountOf(report), report => report.Account)
        .Choice("kind", new("Vì sao bị báo", "What was reached"), report => report.Kind, [.. Enum.GetValues<GuessingKind>().Select(kind => (kind, ToneOf(kind), NameOf(kind)))])
        .Text("number", new("Số", "Number"), report => report.Number)
        .Number("refused", new("Số lần", "How often"), report => report.Refused)
        .Choice("looked", new("Đã xem", "Looked at"), report => report.LookedAtBy != null,
            [(false, Tone.Waiting, new("chưa", "not yet")), (true, Tone.Right, new("rồi", "yes"))])
        .Search(new("mã đơn vị hoặc tài khoản", "unit code or account"), Search)
        .SortedBy("-at");

    /// <summary>Those of units of somebody's place, and of units that this house does not know.</summary>
    public static IQueryable<GuessingReport> Of(RegisterDb db, SignedIn me) => db.Set<GuessingReport>().Where(report =>
        db.Units.Any(unit => unit.Code == report.UnitCode && unit.Path.StartsWith(me.Path)) || !db.Units.Any(unit => unit.Code == report.UnitCode));

    public static string AccountOf(GuessingReport report) =>
        report.Account.Length > 0 ? report.Account : Speech.Say("xác thực hàng loạt", "bulk run");

    public static Bilingual NameOf(GuessingKind kind) => kind switch
    {
        GuessingKind.Record => new("Một hồ sơ thử nhiều nội dung", "One record, many values"),
        GuessingKind.Number => new("Một số bị thử nhiều lần", "One number, many tries"),
        GuessingKind.Account => new("Một tài khoản thử quá nhiều", "One account, many tries"),
        GuessingKind.Imports => new("Nhiều hồ sơ mới chung một số", "Many new records with one number"),
    };

    /// <summary>What happened and what to do, for whoever looks into it.</summary>
    public static string SentenceOf(GuessingReport report) => report.Kind switch
    {
        GuessingKind.Record => Speech.Say(
            $"Một hồ sơ được đổi nội dung hơn {GuessingRules.ValuesOfARecord} lần trong ngày mà vẫn sai; từ đó không trả lời nữa. Hỏi đơn vị xem giấy tờ gốc ghi gì.",
            $"One record was changed more than {GuessingRules.ValuesOfARecord} times in a day and was still wrong; nothing was answered from then on. Ask the unit what the paper says."),
        GuessingKind.Number => Speech.Say(
            $"Đơn vị đã thử sai hơn {GuessingRules.TriesAtANumber} nội dung khác nhau với một số trong ngày; từ đó không trả lời nữa. Có thể là số điền thay cho nhiều người, hoặc có người đang dò.",
            $"The unit tried more than {GuessingRules.TriesAtANumber} different wrong values with one number in a day; nothing was answered from then on. It may be a number that stands for many people, or somebody is guessing."),
        GuessingKind.Account => Speech.Say(
            $"Tài khoản này đã thử sai hơn {GuessingRules.TriesOfAnAccount} lần trong một giờ; từ đó không trả lời nữa.",
            $"This account tried wrongly more than {GuessingRules.TriesOfAnAccount} times in an hour; nothing was answered from then on."),
        GuessingKind.Imports => Speech.Say(
            $"Đơn vị nhập hơn {GuessingRules.FirstsAtAPerson} hồ sơ mới khác nhau cùng mang số của một người. Vẫn trả lời vì là lần đầu; hãy hỏi đơn vị vì sao.",
            $"The unit imported more than {GuessingRules.FirstsAtAPerson} different new records with one person's number. They were answered, being new; ask the unit why."),
    };

    // Codes of units are in capitals, names of accounts in small letters.
    private static IQueryable<GuessingReport> Search(IQueryable<GuessingReport> rows, string words)
    {
        var code = words.ToUpperInvariant();
        return rows.Where(report => report.UnitCode.Contains(code) || report.Account.Contains(words));
    }

    private static Tone ToneOf(GuessingKind kind) => kind == GuessingKind.Imports ? Tone.Note : Tone.Late;
}
