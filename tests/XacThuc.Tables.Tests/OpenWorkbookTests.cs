using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using XacThuc.Testing.Files;
using Xunit;
using static XacThuc.Testing.Files.GivenWorkbook;

namespace XacThuc.Tables.Tests;

public sealed class OpenWorkbookTests
{
    private static readonly object?[] Headings = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Số CCCD"];

    [Fact]
    public void Rows_of_a_sheet_become_lines_with_the_same_numbers()
    {
        using var file = new GivenFile(new GivenWorkbook().Sheet("Danh sách",
            ["DANH SÁCH"], [], Headings,
            [1, "Nông Văn A", "Nam", "02/01/1990", "020090012345"],
            [],
            [2, "Hoàng \"Thị\", B\nC", "Nữ", "1991", null]).ToBytes());

        using var table = file.Open(TableKind.Records);

        Assert.Equal(4, table.FirstDataLine);
        Assert.Equal(
            "1,Nông Văn A,Nam,02/01/1990,020090012345,,,\n\n2,\"Hoàng \"\"Thị\"\", B C\",Nữ,1991,,,,\n",
            Encoding.UTF8.GetString(GivenFile.Bytes(table)));
        Assert.Equal([0, 1, 2, 3, 4, -1, -1, -1], table.Columns);
        Assert.Empty(table.Problems);
    }

    [Theory]
    [InlineData(32874.0, 1u, "1990-01-01")]
    [InlineData(32874.75, 1u, "1990-01-01")]
    [InlineData(32874.0, 0u, "1990-01-01")]
    [InlineData(32874.0, 2u, "1990")]
    [InlineData(32874.0, 3u, "1990-01")]
    [InlineData(32874.0, 4u, "1990-01-01")]
    [InlineData(1990.0, 0u, "1990")]
    [InlineData(12031950.0, 0u, "12031950")]
    [InlineData(1031950.0, 0u, "01031950")]
    [InlineData(59.0, 1u, "1900-02-28")]
    [InlineData(61.0, 1u, "1900-03-01")]
    public void A_number_in_the_date_column_is_read_as_it_was_meant(double number, uint style, string expected)
    {
        var workbook = new GivenWorkbook { Formats = ["dd/mm/yyyy;@", "yyyy", "mm\\/yyyy", "#,##0"] };
        using var file = new GivenFile(workbook.Sheet("A", Headings, [1, "A", "Nam", Styled(number, style), "1"]).ToBytes());

        using var table = file.Open(TableKind.Records);

        Assert.Equal([$"1|A|Nam|{expected}|1|"], GivenFile.Rows(table));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    public void Days_counted_from_1904_are_the_same_days(uint style)
    {
        var workbook = new GivenWorkbook { CountsFrom1904 = true };
        using var file = new GivenFile(
            workbook.Sheet("A", Headings, [1, "A", "Nam", Styled(32874 - 1462, style), "1"]).ToBytes());

        using var table = file.Open(TableKind.Records);

        Assert.Equal(["1|A|Nam|1990-01-01|1|"], GivenFile.Rows(table));
    }

    [Theory]
    [InlineData("20090012345", "20090012345")]
    [InlineData("2.0090012345E+10", "20090012345")]
    [InlineData("2.00910012345E+10", "2.00910012345E+10")]
    [InlineData("20090012345.000001", "20090012345")]
    [InlineData("1234567890123456789", "1234567890123456789")]
    [InlineData("85012345", "85012345")]
    public void A_number_keeps_its_digits(string written, string expected)
    {
        using var file = new GivenFile(
            new GivenWorkbook().Sheet("A", Headings, [1, "A", "Nam", "1990", Raw(written)]).ToBytes());

        using var table = file.Open(TableKind.Records);

        Assert.Equal([$"1|A|Nam|1990|{expected}|"], GivenFile.Rows(table));
    }

    [Fact]
    public void Formulas_are_read_by_their_last_value_and_told_where_they_have_none()
    {
        using var file = new GivenFile(new GivenWorkbook().Sheet("A", Headings,
            [1, Formula("F2&G2", "Nông A", DocumentFormat.OpenXml.Spreadsheet.CellValues.String), "Nam", Formula("1+1", null), Error("#N/A")],
            [2, "B", Formula("\"\"", "", DocumentFormat.OpenXml.Spreadsheet.CellValues.String), Formula("1990", "1990"), "2"]).ToBytes());

        using var table = file.Open(TableKind.Records);

        Assert.Equal(["1|Nông A|Nam|||", "2|B||1990|2|"], GivenFile.Rows(table));
        Assert.Equal(
            [
                new TableProblem(file.Path, 2, "D2", FileSentences.NotCalculated),
                new TableProblem(file.Path, 2, "E2", FileSentences.ErrorCell),
            ],
            table.Problems);
    }

    [Fact]
    public void A_year_typed_as_a_date_is_pointed_out()
    {
        using var file = new GivenFile(
            new GivenWorkbook().Sheet("A", Headings, [1, "A_x000D_", "Nam", Styled(1950, 1), "1"]).ToBytes());

        using var table = file.Open(TableKind.Records);

        Assert.Equal(["1|A |Nam|1905-05-03|1|"], GivenFile.Rows(table));
        Assert.Equal(new TableProblem(file.Path, 2, "D2", FileSentences.MayBeYear), Assert.Single(table.Problems));
    }

    [Fact]
    public void The_first_visible_sheet_with_headings_is_read_and_hidden_ones_are_named()
    {
        using var file = new GivenFile(new GivenWorkbook()
            .Hidden("Cũ", Headings, [9, "Z", "Nam", "1990", "9"])
            .Sheet("Bìa", ["Tỉnh Lạng Sơn"])
            .Sheet("Danh sách", Headings, [1, "A", "Nam", "1990", "1"])
            .Sheet("Khác", Headings, [2, "B", "Nam", "1990", "2"]).ToBytes());

        using var table = file.Open(TableKind.Records);

        Assert.Equal(["1|A|Nam|1990|1|"], GivenFile.Rows(table));
        Assert.Collection(table.Problems,
            hidden => Assert.Equal(FileSentences.HiddenSheet("Cũ"), hidden.Sentence),
            used => Assert.Equal(FileSentences.SheetUsed("Danh sách"), used.Sentence));
    }

    [Fact]
    public void A_list_on_a_hidden_sheet_only_is_refused()
    {
        using var file = new GivenFile(new GivenWorkbook().Hidden("Cũ", Headings).Sheet("Bìa", ["Tỉnh"]).ToBytes());

        var refusal = file.Refusal(TableKind.Records);

        Assert.EndsWith(FileSentences.OnlyHidden, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_merged_over_two_rows_are_understood()
    {
        using var file = new GivenFile(new GivenWorkbook().Sheet("A",
            ["STT", "Họ và tên", null, "Năm sinh", null, "Giấy tờ tùy thân", null],
            [null, null, null, "Nam", "Nữ", "CCCD", "CMND"],
            ["(1)", "(2)", null, "(3)", "(4)", "(5)", "(6)"],
            [1, "Nông Văn", "A", 1990, null, "020090012345", null],
            [2, "Hoàng Thị", "B", null, Styled(33239, 1), null, "085012345"]).ToBytes());

        using var table = file.Open(TableKind.Records);

        Assert.Equal(4, table.FirstDataLine);
        Assert.Equal(
            ["1|Nông Văn A|Nam|1990|020090012345|", "2|Hoàng Thị B|Nữ|1991-01-01|085012345|"], GivenFile.Rows(table));
    }

    [Fact]
    public void A_row_with_nothing_but_other_columns_is_still_a_row()
    {
        using var file = new GivenFile(new GivenWorkbook().Sheet("A",
            ["Ghi chú", "Họ tên", "Giới tính", "Ngày sinh", "CCCD"], ["Thôn Một"], [null, "A", "Nam", "1990", "1"]).ToBytes());

        using var table = file.Open(TableKind.Records);

        Assert.Equal(["|||||", "|A|Nam|1990|1|"], GivenFile.Rows(table));
    }

    [Fact]
    public void Headings_only_are_usable_and_say_so()
    {
        using var file = new GivenFile(new GivenWorkbook().Sheet("A", Headings).ToBytes());

        using var table = file.Open(TableKind.Records);

        Assert.Equal(0, table.Length);
        Assert.Equal(FileSentences.HeaderOnly, Assert.Single(table.Problems).Sentence);
    }

    [Fact]
    public void A_workbook_under_any_name_is_known_by_its_content()
    {
        using var file = new GivenFile(
            new GivenWorkbook().Sheet("A", Headings, [1, "A", "Nam", "1990", "1"]).ToBytes(), "table.csv");

        using var table = file.Open(TableKind.Records);

        Assert.Equal(TextOrigin.Workbook, table.Origin);
    }

    [Fact]
    public void A_truncated_workbook_is_refused_at_any_length()
    {
        var whole = new GivenWorkbook().Sheet("A", Headings, [1, "A", "Nam", "1990", "1"]).ToBytes();

        for (var length = 4; length < whole.Length; length += whole.Length / 20)
        {
            using var file = new GivenFile(whole[..length]);
            Assert.EndsWith(FileSentences.DamagedWorkbook, file.Refusal(TableKind.Records), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/workbook.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 128; i++) entry.Write(zeros);
        }

        using var file = new GivenFile(bytes.ToArray(), "table.xlsx");

        var refusal = file.Refusal(TableKind.Records);

        Assert.EndsWith(FileSentences.ZipBomb, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_rows_are_read_to_the_last()
    {
        using var file = new GivenFile("", "table.xlsx");
        File.Delete(file.Path);
        MiniExcel.SaveAs(file.Path, Enumerable.Range(0, 100_000).Select(i => new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["record_id"] = i,
            ["full_name"] = $"Nông Văn {i}",
            ["sex"] = "Nam",
            ["date_of_birth"] = new DateTime(1950, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(i % 20_000),
            ["id_number"] = (20_090_000_000L + i).ToString(System.Globalization.CultureInfo.InvariantCulture),
        }));

        using var table = file.Open(TableKind.Records);

        var rows = GivenFile.Rows(table);
        Assert.Equal(100_000, rows.Length);
        Assert.Equal("99999|Nông Văn 99999|Nam|2004-10-03|20090099999|", rows[^1]);
    }
}
