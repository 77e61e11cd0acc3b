using XacThuc.Exchange.Messages;
using XacThuc.Matching.Texts;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Print;

/// <summary>The minutes of the verification (dispatch 8938, step 2): what the police found, what they signed, who agrees.</summary>
internal static class MinutesForm
{
    private static readonly FormColumn[] ResultColumns = [new("STT", 1, CellLook.Middle), new("Kết quả", 10), new("Số người", 2, CellLook.Number)];

    private static readonly FormColumn[] PartColumns =
    [
        new("Phần danh sách", 17), new("Nơi đối chiếu", 14), new("Số người", 8, CellLook.Number), new("Người ký", 15),
        new("Thời điểm", 13, CellLook.Middle), new("Mã băm SHA-256 của bản đã ký", 24),
    ];

    private static readonly FormColumn[] PeopleColumns =
    [
        new("STT", 5, CellLook.Middle), new("Họ và tên", 17), new("Ngày sinh", 13, CellLook.Middle), new("Số CCCD/CMND", 17, CellLook.Middle),
        new("Nơi ở", 14), new("Kết quả", 13), new("Ý kiến của công an", 17),
    ];

    public static OfficialForm Of(ListOffices offices, IReadOnlyList<ListedPerson> people, IReadOnlyList<ListPart> parts)
    {
        var list = offices.List;
        var told = people.Where(person => person.State is PersonState.Corrected or PersonState.ToComplete or PersonState.NotFound).ToList();
        return new OfficialForm(
            offices.Head($".........../BB-{offices.Abbreviation}"), Paper.Upright, "BIÊN BẢN ĐỐI CHIẾU THÔNG TIN NGƯỜI ĐĂNG KÝ TIÊM CHỦNG", [ListsTexts.Ground],
            [
                new FormBlock.Paragraph("Thời gian: ....... giờ ......., ngày ....... tháng ....... năm .............."),
                new FormBlock.Blanks(["Địa điểm:"]),
                new FormBlock.Section("I. Thành phần"),
                .. Party(1, offices.Health), .. Party(2, offices.Police), .. Party(3, offices.Committee),
                new FormBlock.Section("II. Kết quả đối chiếu"),
                new FormBlock.Paragraph(
                    $"Các bên đã đối chiếu danh sách số {list.Code} ({list.Title}, mũi {list.Dose}) với Cơ sở dữ liệu quốc gia về dân cư. Kết quả:"),
                new FormBlock.Table("Kết quả đối chiếu", ResultColumns, Results(people)),
                .. Parts(offices, parts),
                .. told.Count > 0 ? People(offices, told) : [],
                new FormBlock.Paragraph(
                    $"Người đã được xác nhận đủ điều kiện xếp lịch tiêm. Người cần bổ sung giấy tờ và người không tìm thấy được mời đến {offices.Health} bổ sung để đối chiếu lại."),
                new FormBlock.Paragraph(
                    "Biên bản kết thúc hồi ....... giờ ....... cùng ngày, được lập thành 03 bản có giá trị như nhau; các bên đã đọc, đồng ý và ký tên, mỗi bên giữ 01 bản."),
                new FormBlock.Signatures([Signs(offices.Health), Signs(offices.Police), Signs(offices.Committee)]),
            ]);
    }

    private static IEnumerable<FormBlock> Party(int number, string name) =>
        [new FormBlock.Paragraph($"{number}. Đại diện {name}:"), new FormBlock.Blanks(["Ông (bà):", "Chức vụ:"])];

    private static Signature Signs(string name) => new($"ĐẠI DIỆN {name.ToUpperInvariant()}", "(ký, ghi rõ họ tên, đóng dấu)");

    private static List<string[]> Results(IReadOnlyList<ListedPerson> people)
    {
        var rows = new List<string[]>();
        void Add(string words, params PersonState[] states) =>
            rows.Add([$"{rows.Count + 1}", words, Counted(people.Count(person => states.Contains(person.State)))]);
        Add("Công an xác nhận đúng như danh sách", PersonState.Confirmed);
        Add("Công an xác nhận, có sửa thông tin", PersonState.Corrected);
        Add("Người dân cần bổ sung giấy tờ", PersonState.ToComplete);
        Add("Không tìm thấy trong dữ liệu dân cư", PersonState.NotFound);
        Add("Người nước ngoài, ghi theo hộ chiếu, không đối chiếu với dữ liệu dân cư", PersonState.Foreigner);
        Add("Chưa đối chiếu", PersonState.AsEntered, PersonState.WithPolice);
        Add("Đã rút khỏi danh sách", PersonState.Withdrawn);
        rows.Add(["", "Tổng số", Counted(people.Count)]);
        return rows;
    }

    private static IEnumerable<FormBlock> Parts(ListOffices offices, IReadOnlyList<ListPart> parts)
    {
        if (parts.Count == 0) yield break;
        yield return new FormBlock.Section("III. Chữ ký số của công an");
        yield return new FormBlock.Table("Chữ ký số của công an", PartColumns, [.. parts.Select(part => RowOf(part, offices))]);
    }

    private static string[] RowOf(ListPart part, ListOffices offices)
    {
        var (signer, digest) = part.State switch
        {
            PartState.Waiting => ("chưa trả lời", ""),
            PartState.Answered => (part.SecondLook.Length > 0 ? $"{part.Signer}; duyệt lần hai: {part.SecondLook}" : part.Signer, ListDigest.OfContent(part.Content)),
            PartState.Returned => ("trả lại, không ký", ""),
        };
        return [part.Code, offices.PoliceOf(part.CommuneCode), Counted(part.People), signer, part.AnsweredAt is { } at ? Shown.Moment(at) : "", digest];
    }

    private static IEnumerable<FormBlock> People(ListOffices offices, IEnumerable<ListedPerson> told)
    {
        yield return new FormBlock.Section("IV. Người có sửa thông tin, cần bổ sung giấy tờ hoặc không tìm thấy");
        yield return new FormBlock.Table("Người cần xem lại", PeopleColumns,
        [
            .. told.Select(person => (string[])
            [
                $"{person.Number}", person.FullName, person.DateOfBirth, PeopleForm.NumberOf(person), offices.ResidenceOf(person),
                ListsTexts.Of(person.State).Word.Vi, person.OfficerNote,
            ]),
        ]);
    }

    private static string Counted(int count) => Shown.Number(count, Language.Vietnamese);
}
