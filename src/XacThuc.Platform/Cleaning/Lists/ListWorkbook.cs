using System.Globalization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records.Import;
using XacThuc.Web.Tables;

namespace XacThuc.Platform.Cleaning.Lists;

/// <summary>
/// The list as a workbook to be filled in: each row carries its code, so that it may be sorted, split and handed around.
/// All cells are texts; an empty one keeps what is typed as typed.
/// </summary>
internal static class ListWorkbook
{
    /// <summary>The code of a row: that of its list and its number.</summary>
    public static string CodeOf(string list, int number) => string.Create(CultureInfo.InvariantCulture, $"{list}.{number:0000}");

    /// <summary>The list and number of a code; none where it is not one.</summary>
    public static (string List, int Number)? Find(string code)
    {
        var at = code.LastIndexOf('.');
        return at > 0 && int.TryParse(code.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (code[..at], number)
            : null;
    }

    /// <summary>The workbook.</summary>
    public static WorkbookResult Of(PlatformDb db, CleaningList list) => new(
        list.Code, Headings(),
        stop => db.Set<CleaningRow>().AsNoTracking().Where(row => row.ListId == list.Id).OrderBy(row => row.Number)
            .AsAsyncEnumerable().Select(row => Cells(list, row)));

    private static string[] Headings()
    {
        var fields = Enum.GetValues<MandatoryField>();
        return
        [
            Speech.Say("Mã dòng (không sửa)", "Row code (do not change)"), Speech.Say("Thôn", "Hamlet"),
            .. fields.Select(field => $"{RecordedOf(field)} ({Speech.Say("đang ghi", "recorded")})"),
            Speech.Say("Chỗ chưa đúng", "What is not right"),
            .. fields.Select(RightOf), Speech.Say("Ghi chú của thôn", "Hamlet note"),
        ];
    }

    // A heading that the reader of tables knows, in either language.
    private static string RecordedOf(MandatoryField field) =>
        field == MandatoryField.Number ? Speech.Say("Số CCCD/CMND", "Id number") : ImportTexts.OfField(field);

    private static string RightOf(MandatoryField field) => field switch
    {
        MandatoryField.Name => Speech.Say("Họ và tên đúng", "Right full name"),
        MandatoryField.Sex => Speech.Say("Giới tính đúng", "Right sex"),
        MandatoryField.DateOfBirth => Speech.Say("Ngày sinh đúng", "Right date of birth"),
        MandatoryField.Number => Speech.Say("Số CCCD/CMND đúng", "Right id number"),
    };

    private static object?[] Cells(CleaningList list, CleaningRow row)
    {
        var fields = Enum.GetValues<MandatoryField>();
        return
        [
            CodeOf(list.Code, row.Number), row.Hamlet, .. fields.Select(field => ImportTexts.Written(row.Recorded, field)),
            CleaningTexts.Wrong(row), .. fields.Select(field => row.FilledIn(field) ?? ""), row.HamletNote,
        ];
    }
}
