using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Tables.Tests;

public sealed class OpenOldWorkbookTests
{
    private static readonly object?[] Headings = ["STT", "Họ tên", "Giới tính", "Ngày sinh", "CCCD"];

    [Fact]
    public void An_xls_file_is_read_like_any_workbook()
    {
        using var file = new GivenFile(GivenOldWorkbook.ToBytes(
            ["DANH SÁCH"], Headings, [1.0, "Nông Văn A", "Nam", 32874.0, 20090012345.0], [2.0, "B", "Nữ", 1991.0, "085012345"]));

        using var table = file.Open(TableKind.Records);

        Assert.Equal(3, table.FirstDataLine);
        Assert.Equal(TextOrigin.Workbook, table.Origin);
        Assert.Equal(["1|Nông Văn A|Nam|1990-01-01|20090012345|", "2|B|Nữ|1991|085012345|"], GivenFile.Rows(table));
    }

    [Fact]
    public void A_workbook_with_a_password_says_so()
    {
        using var file = new GivenFile(GivenOldWorkbook.Encrypted(), "table.xlsx");

        var refusal = file.Refusal(TableKind.Records);

        Assert.EndsWith(FileSentences.Password, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_xls_file_is_refused()
    {
        var whole = GivenOldWorkbook.ToBytes(Headings, [1.0, "A", "Nam", 1990.0, "1"]);
        using var file = new GivenFile(whole[..700]);

        var refusal = file.Refusal(TableKind.Records);

        Assert.EndsWith(FileSentences.DamagedWorkbook, refusal, StringComparison.Ordinal);
    }
}
