using CsCheck;
using XacThuc.Cli.Evaluate;
using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Cli.Tests.Evaluate;

public sealed class PlainRowsTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "a|b 1;c|d 2")]
    [InlineData("a,b\r\nc,d", "a|b 1;c|d 2")]
    [InlineData("\uFEFFa,b\n\n\nc,\n", "a|b 1;c| 4")]
    [InlineData("\"a,1\",\"b \"\"2\"\"\"\nc,d\n", "a,1|b \"2\" 1;c|d 2")]
    [InlineData("\"a\nb\",c\nd,e\n", "a\nb|c 1;d|e 3")]
    [InlineData("\"a,b", "a,b 1")]
    public void Rows_are_read_as_they_were_written(string text, string expected)
    {
        Assert.Equal(expected, string.Join(';', Read(text)));
    }

    [Fact]
    public void A_row_longer_than_the_buffer_is_read_whole()
    {
        var longCell = new string('x', 3 << 20);

        var rows = Read($"a,{longCell}\nb,\"{longCell}\n\"\nc,d\n");

        Assert.Equal([$"a|{longCell} 1", $"b|{longCell}\n 2", "c|d 4"], rows);
    }

    [Fact]
    public void What_is_written_with_quotes_is_read_back()
    {
        Gen.String[Gen.Char["ađ,\"\n "], 0, 6].Array[2, 4].Array[1, 20].Sample(rows =>
        {
            var text = string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\n"));

            var read = Read(text);

            Assert.Equal(rows.Select(row => string.Join('|', row)), read.Select(row => row[..row.LastIndexOf(' ')]), StringComparer.Ordinal);
        }, iter: 300, seed: "0000KPvmEx20");
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string> Read(string text)
    {
        using var file = new GivenFile(text);
        using var rows = PlainRows.Open(file.Path);
        var read = new List<string>();
        while (rows.Next()) read.Add($"{string.Join('|', Enumerable.Range(0, rows.Count).Select(rows.Text))} {rows.Line}");
        return read;
    }
}
