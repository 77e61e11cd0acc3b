using System.Text;
using XacThuc.Testing.Files;
using Xunit;
using static XacThuc.Testing.Files.GivenWorkbook;

namespace XacThuc.Tables.Tests;

public sealed class OpenCleaningListTests
{
    private static readonly object?[] Vietnamese =
    [
        "Mã dòng (không sửa)", "Thôn", "Họ và tên (đang ghi)", "Giới tính (đang ghi)", "Ngày sinh (đang ghi)", "Số CCCD/CMND (đang ghi)",
        "Chỗ chưa đúng", "Họ và tên đúng", "Giới tính đúng", "Ngày sinh đúng", "Số CCCD/CMND đúng", "Ghi chú của thôn",
    ];

    private static readonly object?[] English =
    [
        "Row code (do not change)", "Hamlet", "Full name (recorded)", "Sex (recorded)", "Date of birth (recorded)", "Id number (recorded)",
        "What is not right", "Right full name", "Right sex", "Right date of birth", "Right id number", "Hamlet note",
    ];

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void A_filled_list_is_recognised_and_what_a_spreadsheet_made_of_it_is_read_as_it_was_meant(string language)
    {
        using var file = new GivenFile(new GivenWorkbook().Sheet(
            "1", language is "vi" ? Vietnamese : English,
            ["L.0001", "", "Nông Văn A", "Nam", "02/01/1990", "020090012345", "", "", "", Styled(32874.0, 1), Raw("20090012345"), "đi xa"]).ToBytes());

        using var table = file.Open(TableKind.Cleaning);

        Assert.Equal(
            "L.0001,Nông Văn A,Nam,02/01/1990,020090012345,,,1990-01-01,20090012345,đi xa\n", Encoding.UTF8.GetString(GivenFile.Bytes(table)));
    }

    [Fact]
    public void A_list_without_its_row_codes_is_refused_and_the_column_is_named()
    {
        using var file = new GivenFile(new GivenWorkbook().Sheet("1", [.. Vietnamese.Skip(1)], ["", "Nông Văn A"]).ToBytes());

        Assert.Contains("row_code", file.Refusal(TableKind.Cleaning), StringComparison.Ordinal);
    }
}
