using XacThuc.Web.Shell;
using XacThuc.Web.Tables;

namespace XacThuc.Register.Cases.Inbox;

/// <summary>The cases as a table. Which of them are in it <see cref="CaseFilter"/> says, for the list and for its next case alike.</summary>
internal static class InboxList
{
    public static ListShape<Case> Shape { get; } = new ListShape<Case>(one => one.Id)
        .Text("name", new("Họ và tên", "Full name"), one => one.FullName.Length > 0 ? one.FullName : "–", one => one.NameSort, one => $"/cases/{one.Id}")
        .Text("born", new("Ngày sinh", "Date of birth"), one => one.DateOfBirth)
        .Text("number", new("Số", "Number"), one => Shown.Masked(one.IdNumber))
        .Text("commune_code", new("Mã xã", "Commune"), one => one.CommuneCode)
        .Text("hamlet_name", new("Thôn", "Hamlet"), one => one.Hamlet)
        .Text("unit", new("Đơn vị nhập", "Entered by"), one => one.UnitCode)
        .Text("why", new("Lý do", "Reason"), one => CaseTexts.OfKey(one.ReasonKey))
        .Moment("since", new("Chờ từ", "Waits since"), one => one.OpenedAt, isSortable: false)
        .Narrow("reason", new("Lý do", "Reason"), (cases, _) => cases)
        .Narrow("commune", new("Xã", "Commune"), (cases, _) => cases)
        .Narrow("hamlet", new("Thôn", "Hamlet"), (cases, _) => cases)
        .Search(new("tên không cần dấu", "a name without marks"), (cases, _) => cases);
}
