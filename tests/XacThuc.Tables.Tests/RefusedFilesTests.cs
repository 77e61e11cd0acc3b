using System.IO.Compression;
using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Tables.Tests;

public sealed class RefusedFilesTests
{
    [Theory]
    [InlineData("", nameof(FileSentences.Empty))]
    [InlineData("%PDF-1.7\n", nameof(FileSentences.Pdf))]
    [InlineData("{\\rtf1 }", nameof(FileSentences.Document))]
    [InlineData("GIF89a", nameof(FileSentences.Picture))]
    [InlineData("\n<html><table>", nameof(FileSentences.WebPage))]
    [InlineData("<?xml version=\"1.0\"?><Workbook/>", nameof(FileSentences.OldXml))]
    [InlineData("PK\u0003\u0004 and no more", nameof(FileSentences.DamagedWorkbook))]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006", nameof(FileSentences.NotATable))]
    [InlineData("nothing,to,see\n1,2,3\n", nameof(FileSentences.NoHeadings))]
    [InlineData("\n\n\n", nameof(FileSentences.NoHeadings))]
    public void What_is_no_table_is_refused_with_what_to_do(string content, string sentence)
    {
        sentence = Told.Named(sentence);
        using var file = new GivenFile(content);

        var refusal = file.Refusal(TableKind.Records);

        Assert.Equal($"{file.Path}: {sentence}", refusal);
    }

    [Theory]
    [InlineData("word/document.xml", nameof(FileSentences.Document))]
    [InlineData("ppt/presentation.xml", nameof(FileSentences.Presentation))]
    [InlineData("mimetype", nameof(FileSentences.OpenDocument))]
    [InlineData("list.csv", nameof(FileSentences.Archive))]
    public void An_archive_is_told_by_what_is_in_it(string entry, string sentence)
    {
        sentence = Told.Named(sentence);
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry(entry);
        using var file = new GivenFile(bytes.ToArray(), "table.xlsx");

        var refusal = file.Refusal(TableKind.Records);

        Assert.EndsWith(sentence, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.csv", nameof(FileSentences.Missing))]
    [InlineData("nowhere/at.csv", nameof(FileSentences.Missing))]
    [InlineData(".", nameof(FileSentences.Folder))]
    [InlineData("a\0b", nameof(FileSentences.Missing))]
    public void A_name_that_leads_nowhere_is_refused(string name, string sentence)
    {
        sentence = Told.Named(sentence);
        using var file = new GivenFile("");

        var refusal = TableInput.Open(Path.Join(file.Folder, name), TableKind.Register).Refusal;

        Assert.EndsWith(sentence, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void No_name_is_refused(string name)
    {
        var refusal = TableInput.Open(name, TableKind.Register).Refusal;

        Assert.Equal(FileSentences.NoName, refusal);
    }

    [Fact]
    public void A_name_too_long_for_the_system_is_refused()
    {
        var refusal = TableInput.Open(new string('a', 5000), TableKind.Register).Refusal;

        Assert.EndsWith(FileSentences.NameTooLong, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_one_may_not_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows asks lists of rights, not modes.");
        using var file = new GivenFile("x");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file.Path, UnixFileMode.None);

        using var nobody = new AsNobody();
        var refusal = file.Refusal(TableKind.Records);

        Assert.EndsWith(FileSentences.NotPermitted, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_named_beside_those_that_are_there()
    {
        using var file = new GivenFile("Họ tên,Giới tính,Địa chỉ\nA,Nam,B\n");

        var refusal = file.Refusal(TableKind.Records);

        Assert.Equal(
            $"{file.Path}: No column was found for date_of_birth (\"Ngày sinh\"), id_number (\"Số CCCD/CMND\"); "
            + "the columns are \"Họ tên\", \"Giới tính\", \"Địa chỉ\": name the missing ones in the row of headings.", refusal);
    }

    [Fact]
    public void A_repeated_mandatory_column_is_refused()
    {
        using var file = new GivenFile("Họ tên,Giới tính,Ngày sinh,Ngày sinh,CCCD\n");

        var refusal = file.Refusal(TableKind.Records);

        Assert.Contains("\"Ngày sinh\", \"Ngày sinh\"", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_column_that_is_not_mandatory_is_only_noted()
    {
        using var file = new GivenFile("Họ tên,Giới tính,Ngày sinh,CCCD,Mã xã,Mã xã,Ghi chú,Ghi chú\nA,Nam,1990,1,1,1,x,x\n");

        using var table = file.Open(TableKind.Records);

        Assert.Equal([-1, 0, 1, 2, 3, 4, -1, -1], table.Columns);
        Assert.Equal(2, table.Problems.Count);
    }

    [Fact]
    public void A_row_of_data_is_never_shown_as_headings()
    {
        using var file = new GivenFile("NÔNG VĂN A,Nam,1990,020090012345\nNÔNG VĂN B,Nam,1990,020090012346\n");

        var refusal = file.Refusal(TableKind.Records);

        Assert.EndsWith(FileSentences.NoHeadings, refusal, StringComparison.Ordinal);
    }
}
