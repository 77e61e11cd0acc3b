using XacThuc.Matching.Reading;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Print;

/// <summary>Slips for those who must bring papers, in the order in which they are carried round: hamlet, then name.</summary>
internal static class CallSlips
{
    public static SlipSheet Of(ListOffices offices, IEnumerable<ListedPerson> people, Uri house) => new(
        $"Phiếu mời {offices.List.Code}",
        [
            .. people.OrderBy(person => NameText.SearchOf(offices.ResidenceOf(person)), StringComparer.Ordinal)
                .ThenBy(person => person.NameSort, StringComparer.Ordinal).ThenBy(person => person.Number)
                .Select(person => ListsTexts.ToBring(person.State) is { } asked ? SlipOf(person, asked, offices, house) : null).OfType<Slip>(),
        ]);

    private static Slip SlipOf(ListedPerson person, string asked, ListOffices offices, Uri house) => new()
    {
        Unit = offices.Unit,
        Number = $"{offices.List.Code}, số thứ tự {person.Number}",
        Title = "PHIẾU MỜI BỔ SUNG GIẤY TỜ TRƯỚC KHI TIÊM CHỦNG",
        Name = person.FullName,
        Facts =
        [
            ("Ngày sinh", Told(person.DateOfBirth)), ("Số giấy tờ", Told(Shown.Masked(PeopleForm.NumberOf(person)))),
            ("Nơi ở", offices.ResidenceOf(person)), .. person.Guardian.Length > 0 ? [("Người giám hộ", person.Guardian)] : Array.Empty<(string, string)>(),
        ],
        Words = person.OfficerNote.Length > 0 ? [asked, $"Công an dặn: {person.OfficerNote}"] : [asked],
        Come = $"Mời đến {offices.Health}, ngày ....../....../..........",
        Signs = "Người lập phiếu",
        Link = new Uri(house, $"/lists/{offices.List.Id}/people/{person.Number}").AbsoluteUri,
    };

    private static string Told(string value) => value.Length > 0 ? value : "chưa có";
}
