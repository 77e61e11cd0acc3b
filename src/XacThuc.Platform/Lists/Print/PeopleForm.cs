using XacThuc.Matching.Texts;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Print;

/// <summary>The list in the administrative form: whoever is on it, as of today. Its words are Vietnamese always.</summary>
internal static class PeopleForm
{
    private static readonly FormColumn[] Columns =
    [
        new("STT", 5, CellLook.Middle), new("Họ và tên", 17), new("Giới tính", 5, CellLook.Middle), new("Ngày sinh", 11, CellLook.Middle),
        new("Số CCCD/CMND, hộ chiếu", 14, CellLook.Middle), new("Điện thoại", 12, CellLook.Middle), new("Nơi ở", 12), new("Nhóm", 6, CellLook.Middle),
        new("Đồng ý tiêm", 8, CellLook.Middle), new("Người giám hộ", 12), new("Kết quả đối chiếu", 11), new("Ghi chú", 14),
    ];

    public static OfficialForm Of(ListOffices offices, IReadOnlyList<ListedPerson> people, DateOnly today)
    {
        var (list, listed) = (offices.List, people.Where(person => person.State != PersonState.Withdrawn).ToList());
        string Count(Consent consent) => Counted(listed.Count(person => person.Consent == consent));
        var withdrawn = people.Count - listed.Count;
        return new OfficialForm(
            offices.Head(list.Code, today), Paper.Across, "DANH SÁCH NGƯỜI ĐĂNG KÝ TIÊM CHỦNG",
            [
                ListsTexts.Ground,
                $"{list.Title}. Mũi tiêm: {list.Dose}. Tổng số: {Counted(listed.Count)} người{(withdrawn > 0 ? $" (không kể {Counted(withdrawn)} người đã rút)" : "")}; "
                + $"đồng ý tiêm: {Count(Consent.Given)}, không đồng ý: {Count(Consent.Refused)}, chưa hỏi: {Count(Consent.NotAsked)}.",
            ],
            [
                new FormBlock.Table("Người đăng ký tiêm chủng", Columns, [.. listed.Select(person => RowOf(person, offices))]),
                .. Groups(listed),
                .. list.ApprovedAt is { } at ? [new FormBlock.Paragraph($"{list.ApprovedBy} đã duyệt danh sách trên hệ thống lúc {Shown.Moment(at)}.")] : Array.Empty<FormBlock>(),
                new FormBlock.Signatures(
                [
                    new("NGƯỜI LẬP DANH SÁCH", "(ký, ghi rõ họ tên)"),
                    new(offices.Health.ToUpperInvariant(), "(ký, ghi rõ họ tên, đóng dấu)"),
                    new(offices.Committee.ToUpperInvariant(), "(duyệt; ký, ghi rõ họ tên, đóng dấu)"),
                ]),
                new FormBlock.Recipients([$"{offices.Committee};", $"{offices.Police};", "Lưu: VT."]),
            ]);
    }

    /// <summary>The number by which somebody is known: the passport's of a foreigner.</summary>
    internal static string NumberOf(ListedPerson person) => person.Passport.Length > 0 ? person.Passport : person.IdNumber;

    private static string[] RowOf(ListedPerson person, ListOffices offices) =>
    [
        $"{person.Number}", person.FullName.Length > 0 ? person.FullName : person.Raw, person.Sex, person.DateOfBirth,
        Lines(NumberOf(person), person.Nationality), person.Phone, offices.ResidenceOf(person), person.TargetGroup,
        ListsTexts.Of(person.Consent).Vi, Lines(person.Guardian, person.GuardianPhone), ListsTexts.Of(person.State).Word.Vi, person.Note,
    ];

    // What the codes in the column mean, of those that stand there.
    private static IEnumerable<FormBlock> Groups(IEnumerable<ListedPerson> listed)
    {
        var codes = listed.Select(person => person.TargetGroup).ToHashSet(StringComparer.Ordinal);
        var groups = TargetGroups.All.Where(group => codes.Contains(group.Code)).Select(group => $"{group.Code}: {group.Vi}").ToList();
        if (groups.Count > 0) yield return new FormBlock.Paragraph($"Nhóm: {string.Join(". ", groups)}.");
    }

    private static string Lines(string first, string second) => first.Length > 0 && second.Length > 0 ? $"{first}\n{second}" : first + second;

    private static string Counted(int count) => Shown.Number(count, Language.Vietnamese);
}
