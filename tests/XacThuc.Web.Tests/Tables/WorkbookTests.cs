using System.IO.Compression;
using ExcelDataReader;
using XacThuc.Web.Tables.Workbooks;
using Xunit;

namespace XacThuc.Web.Tests.Tables;

public sealed class WorkbookTests
{
    // What reads workbooks back knows old encodings too.
    static WorkbookTests() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_exported_as_it_is_shown()
    {
        using var given = new GivenRows(("Nông Thị Mai", 30, "matched"), ("Hoàng Văn Sơn", 20, "mismatched"), ("Đặng Thị Ước", 20, "matched"));
        using var file = new MemoryStream();

        await GivenRows.Shape.Workbook(given.Db.Rows, GivenRows.Asking("?status=matched&sort=-name&export=xlsx"), "rows").WriteTo(file, Stop);

        Assert.Equal(
            ["Full name|Age|Born|Result", "Nông Thị Mai|30|01/01/1950|right", "Đặng Thị Ước|20|03/01/1950|right"], Lines(file).Single());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+84912345678")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("<v>&amp;</v>")]
    [InlineData("020078763797")]
    public async Task A_text_stays_the_text_it_is_whatever_it_begins_with(string text)
    {
        using var file = new MemoryStream();

        await WorkbookWriter.Write(file, ["a"], Rows([text]), Stop);

        Assert.Equal(text, Lines(file).Single()[1]);
        var sheet = Part(file, "xl/worksheets/sheet1.xml");
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        Assert.Equal(text[0] is '=' or '+' or '-' or '@' or '\t' or '\r', sheet.Contains("<c s=\"6\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_workbook_cannot_say_is_left_out()
    {
        using var file = new MemoryStream();

        await WorkbookWriter.Write(file, ["a", "b"], Rows(["a\u0001b\uFFFEc\uD800", new string('x', 40_000)], [null, ""]), Stop);

        var lines = Lines(file).Single();
        Assert.Equal(("abc\uFFFD", 32_767), (lines[1].Split('|')[0], lines[1].Split('|')[1].Length));
        Assert.Equal("|", lines[2]);
    }

    [Fact]
    public async Task More_rows_than_a_sheet_holds_go_on_in_the_next()
    {
        using var file = new MemoryStream();

        await WorkbookWriter.Write(file, ["a"], Rows(["1"], ["2"], ["3"]), Stop, mostRows: 3);

        Assert.Equal([["a", "1", "2"], ["a", "3"]], Lines(file));
    }

    [Fact]
    public async Task A_workbook_is_written_without_going_back_and_without_blocking()
    {
        await using var oneWay = new OneWay();

        var rows = Enumerable.Range(0, 20_000).Select(at => new object?[] { $"{at} {at * 7919L % 10007}" });
        await WorkbookWriter.Write(oneWay, ["a"], Rows([.. rows]), Stop);

        Assert.True(oneWay.Written > 50_000);
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(params object?[][] rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }

    private static string[][] Lines(MemoryStream file)
    {
        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file, new() { LeaveOpen = true });
        var sheets = new List<string[]>();
        do
        {
            var lines = new List<string>();
            while (reader.Read())
                lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => Text(reader.GetValue(at)))));
            sheets.Add([.. lines]);
        }
        while (reader.NextResult());
        return [.. sheets];
    }

    private static string Text(object? value) =>
        value is DateTime date ? date.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture) : $"{value}";

    private static string Part(MemoryStream file, string name)
    {
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>A stream as the server's answer is one: forwards only, and not while a thread waits.</summary>
    private sealed class OneWay : Stream
    {
        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => throw new InvalidOperationException("Blocking.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Blocking.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Blocking.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
