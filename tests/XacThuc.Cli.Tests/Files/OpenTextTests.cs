using XacThuc.Cli.Files;
using Xunit;

namespace XacThuc.Cli.Tests.Files;

public sealed class OpenTextTests
{
    [Fact]
    public void The_contracts_own_register_is_read_where_it_lies()
    {
        using var file = new GivenFile(
            "personal_id,old_id,full_name,sex,date_of_birth,commune_code\n020090012345,,NÔNG VĂN A,Nam,1990-01-02,06184\n");

        using var table = file.Open(TableKind.Register);

        Assert.Equal([0, 1, 2, 3, 4, 5], table.Columns);
        Assert.Equal(6, table.ColumnCount);
        Assert.Equal(2, table.FirstDataLine);
        Assert.Equal(["020090012345||NÔNG VĂN A|Nam|1990-01-02|06184"], GivenFile.Rows(table));
        Assert.Empty(table.Problems);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Vietnamese_headings_under_titles_are_found_with_any_delimiter(char delimiter)
    {
        using var file = new GivenFile("\uFEFF" + """
            DANH SÁCH TIÊM CHỦNG,,,,
            "Xã A, huyện B",,,,

            STT,Ngày sinh (dd/mm/yyyy),HỌ VÀ TÊN,Giới_tính,Số CCCD/CMND
            1,02/01/1990,Nông Văn A,Nam,020090012345
            """.Replace(',', delimiter));

        using var table = file.Open(TableKind.Records);

        Assert.Equal((byte)delimiter, table.Delimiter);
        Assert.Equal([0, 2, 3, 1, 4, -1], table.Columns);
        Assert.Equal(5, table.FirstDataLine);
        Assert.Equal("Nông Văn A", Assert.Single(table.SampleNames(10)));
    }
}
