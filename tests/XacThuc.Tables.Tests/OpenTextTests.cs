using System.Text;
using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Tables.Tests;

public sealed class OpenTextTests
{
    private const string Headings = "Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã\n";

    [Fact]
    public void The_contracts_own_register_is_read_where_it_lies()
    {
        using var file = new GivenFile(
            "personal_id,old_id,full_name,sex,date_of_birth,commune_code\n020090012345,,NÔNG VĂN A,Nam,1990-01-02,06184\n");

        using var table = file.Open(TableKind.Register);

        Assert.Equal([0, 1, 2, 3, 4, 5, -1], table.Columns);
        Assert.Equal(6, table.ColumnCount);
        Assert.Equal(2, table.FirstDataLine);
        Assert.Equal(["020090012345||NÔNG VĂN A|Nam|1990-01-02|06184"], GivenFile.Rows(table));
        Assert.Empty(table.Problems);
    }

    [Fact]
    public void The_contracts_own_records_are_read_where_they_lie()
    {
        using var file = new GivenFile("record_id,full_name,sex,date_of_birth,id_number,commune_code\r\n1,A B,M,1990,,\r\n");

        using var table = file.Open(TableKind.Records);

        Assert.Equal([0, 1, 2, 3, 4, 5, -1, -1], table.Columns);
        Assert.Equal(["1|A B|M|1990||"], GivenFile.Rows(table));
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
        Assert.Equal([0, 2, 3, 1, 4, -1, -1, -1], table.Columns);
        Assert.Equal(5, table.FirstDataLine);
        Assert.Equal("Nông Văn A", Assert.Single(table.SampleNames(10)));
    }

    [Fact]
    public void A_first_line_that_names_the_delimiter_is_obeyed()
    {
        using var file = new GivenFile("sep=;\r\nHọ tên;Phái;NTNS;Căn cước\r\nA, B;Nam;1990;1\r\n");

        using var table = file.Open(TableKind.Records);

        Assert.Equal(3, table.FirstDataLine);
        Assert.Equal(["|A, B|Nam|1990|1|"], GivenFile.Rows(table));
    }

    [Fact]
    public void Lines_within_quotes_are_counted()
    {
        using var file = new GivenFile("\"Danh\nsách\"\n\"Họ và\ntên\",Giới tính,Ngày sinh,CCCD\n\"A\nB\",Nam,1990,1\n");

        using var table = file.Open(TableKind.Records);

        Assert.Equal(5, table.FirstDataLine);
        Assert.Equal(["|A\nB|Nam|1990|1|"], GivenFile.Rows(table));
    }

    [Theory]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Utf32_with_its_mark_is_not_taken_for_utf16(string encoding)
    {
        var codec = Encoding.GetEncoding(encoding);
        using var file = new GivenFile([.. codec.GetPreamble(), .. codec.GetBytes(Headings + "1,Nguyễn Văn Ấm,Nam,02/01/1990,020090012345,06184\n")]);

        using var table = file.Open(TableKind.Records);

        Assert.Equal(["1|Nguyễn Văn Ấm|Nam|02/01/1990|020090012345|06184"], GivenFile.Rows(table));
        Assert.Equal(FileSentences.Utf32, Assert.Single(table.Problems).Sentence);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public void Utf16_is_turned_into_utf8(string encoding, bool marked)
    {
        var text = Headings + "1,Nguyễn Văn Ấm,Nam,02/01/1990,020090012345,06184\n";
        var codec = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. marked ? codec.GetPreamble() : [], .. codec.GetBytes(text)];
        using var file = new GivenFile(bytes);

        using var table = file.Open(TableKind.Records);

        Assert.Equal(TextOrigin.Utf16, table.Origin);
        Assert.Equal(["1|Nguyễn Văn Ấm|Nam|02/01/1990|020090012345|06184"], GivenFile.Rows(table));
        Assert.Equal(FileSentences.Utf16, Assert.Single(table.Problems).Sentence);
    }

    [Fact]
    public void Windows_1258_is_turned_into_utf8_with_its_marks_behind_the_vowels()
    {
        const string text = "Ho\u0323 và tên,Giới ti\u0301nh,Ngày sinh,Sô\u0301 CCCD\nNguyê\u0303n Thi\u0323 Lê\u0323,Nư\u0303,1990,1\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = new GivenFile(Encoding.GetEncoding(1258).GetBytes(text.Replace("ớ", "ơ\u0301", StringComparison.Ordinal)));

        using var table = file.Open(TableKind.Records);

        Assert.Equal(TextOrigin.Windows1258, table.Origin);
        Assert.Equal(["|Nguyê\u0303n Thi\u0323 Lê\u0323|Nư\u0303|1990|1|"], GivenFile.Rows(table));
    }

    [Theory]
    [InlineData("Hä vµ tªn,Giíi tÝnh,Ngµy sinh,Sè CMND\nNguyÔn V¨n §øc,Nam,1990,1\nTrÇn ThÞ Hång,N÷,1991,2\n", "NguyÔn V¨n §øc")]
    [InlineData("Hoï vaø teân,Giôùi tính,Ngaøy sinh,Soá CMND\nNguyeãn Vaên Ñöùc,Nam,1990,1\nTraàn Thò Hoàng,Nöõ,1991,2\n", "Nguyeãn Vaên Ñöùc")]
    public void Text_in_an_old_font_is_kept_byte_by_byte_and_its_headings_are_understood(string text, string name)
    {
        using var file = new GivenFile(Encoding.Latin1.GetBytes(text));

        using var table = file.Open(TableKind.Records);

        Assert.Equal(TextOrigin.OldFont, table.Origin);
        Assert.Equal(name, table.SampleNames(2).First());
        Assert.Contains(table.Problems, problem => problem.Sentence.Equals(FileSentences.LegacyFont, StringComparison.Ordinal));
    }

    [Fact]
    public void A_few_bytes_that_are_not_utf8_do_not_make_it_another_encoding()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Headings), .. "1,Nguy"u8, 0xFF, .. "n,Nam,1990,1,\n"u8];
        using var file = new GivenFile(bytes);

        using var table = file.Open(TableKind.Records);

        Assert.Equal(TextOrigin.Utf8, table.Origin);
        Assert.Empty(table.Problems);
    }

    [Fact]
    public void Rows_that_end_with_a_lone_carriage_return_are_rows()
    {
        using var file = new GivenFile(Headings.Replace('\n', '\r') + "1,A,Nam,1990,1,\r2,B,Nam,1991,2,\r\n3,C,Nam,1992,3,");

        using var table = file.Open(TableKind.Records);

        Assert.Equal(["1|A|Nam|1990|1|", "2|B|Nam|1991|2|", "3|C|Nam|1992|3|"], GivenFile.Rows(table));
        Assert.Equal(2, table.FirstDataLine);
        Assert.DoesNotContain((byte)'\r', GivenFile.Bytes(table));
    }

    [Fact]
    public void A_file_of_headings_only_is_usable_and_says_so()
    {
        using var file = new GivenFile(Headings.TrimEnd());

        using var table = file.Open(TableKind.Records);

        Assert.Empty(GivenFile.Rows(table));
        Assert.Equal(FileSentences.HeaderOnly, Assert.Single(table.Problems).Sentence);
    }

    [Fact]
    public void Names_are_sampled_from_all_over_the_file()
    {
        var rows = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i},T{i},Nam,1990,{i},\n"));
        using var file = new GivenFile(Headings + rows);
        using var table = file.Open(TableKind.Records);

        var names = table.SampleNames(80).ToList();

        Assert.Equal(80, names.Count);
        Assert.Equal("T0", names[0]);
        Assert.Contains(names, name => name.Length == 6);
        Assert.Equal(80, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_large_file_opens_without_being_read()
    {
        using var file = new GivenFile(Headings + "1,A,Nam,1990,1,\n");
        using (var grow = File.OpenWrite(file.Path)) grow.SetLength(4L << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var table = file.Open(TableKind.Records);

        Assert.Equal(4L << 30, table.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }
}
