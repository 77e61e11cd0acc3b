using XacThuc.Matching.Reading;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records.Import;
using XacThuc.Web.Shell;
using XacThuc.Web.Tables;

namespace XacThuc.Platform.Lists.Open;

/// <summary>The people of a list as a table.</summary>
internal static class PeopleList
{
    private static readonly PersonState[] States = Enum.GetValues<PersonState>();

    public static ListShape<ListedPerson> Shape { get; } = new ListShape<ListedPerson>(person => person.Id)
        .Number("number", new("STT", "No."), person => person.Number)
        .Text("name", new("Họ và tên", "Full name"), NameOf, person => person.NameSort, person => $"{person.Number}")
        .Text("sex", new("Giới tính", "Sex"), person => person.Sex)
        .Text("born", new("Ngày sinh", "Date of birth"), person => person.DateOfBirth)
        .Text("id", new("Số CCCD/CMND", "Number"), person => person.Passport.Length > 0 ? Shown.Masked(person.Passport) : Shown.Masked(person.IdNumber))
        .Text("hamlet", new("Thôn", "Hamlet"), person => person.Hamlet, person => person.Hamlet)
        .Text("group", new("Nhóm", "Group"), person => person.TargetGroup, person => person.TargetGroup)
        .Choice("state", new("Đối chiếu", "Verification"), person => person.State, [.. States.Select(state => (state, ListsTexts.Of(state).Tone, ListsTexts.Of(state).Word))])
        .Text("problem", new("Cần xem", "To look at"), ProblemOf)
        .Narrow("doubtful", new("Cần xem", "To look at"), (rows, _) => rows.Where(person => person.IsDoubtful), [new("1", new("chỗ thiếu hoặc không đọc được", "missing or unreadable"))])
        .Search(new("tên không cần dấu, hoặc đầu số", "a name without marks, or how a number begins"), Search);

    private static string NameOf(ListedPerson person) => person.FullName.Length > 0 ? person.FullName : person.Raw.Length > 0 ? Speech.Say("(không đọc được)", "(unreadable)") : "–";

    private static string ProblemOf(ListedPerson person) =>
        person.Raw.Length > 0 ? Speech.Say("dòng không tách được thành ô", "the row cannot be split into cells")
        : person.OfficerNote.Length > 0 ? person.OfficerNote
        : person.IsDoubtful && person.State != PersonState.Foreigner ? ImportTexts.OfProblem(Records.Import.Rows.RowProblem.Field)
        : "";

    private static IQueryable<ListedPerson> Search(IQueryable<ListedPerson> people, string words)
    {
        var digits = string.Concat(words.Where(char.IsAsciiDigit));
        if (digits.Length >= 3) return people.Where(person => person.Digits.StartsWith(digits));
        var name = NameText.SearchOf(words);
        return name.Length == 0 ? people : people.Where(person => person.NameSearch.Contains(name));
    }
}
