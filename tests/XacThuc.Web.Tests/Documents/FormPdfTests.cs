using System.Diagnostics;
using XacThuc.Web.Documents;
using XacThuc.Web.Documents.Pdf;
using Xunit;

namespace XacThuc.Web.Tests.Documents;

public sealed class FormPdfTests
{
    private static readonly OfficialHead Head = new("Trung tâm Y tế huyện Cao Lộc", "Trạm Y tế xã Hợp Thành", "12/DS-TYT", "Hợp Thành", new DateOnly(2021, 2, 4));

    private static readonly FormColumn[] Columns = [new("STT", 1, CellLook.Middle), new("Họ và tên", 6), new("Số người", 2, CellLook.Number)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_words_of_a_form_can_be_read_back()
    {
        var form = Form(
            Paper.Upright, Table(["1", "Nguyễn Thị Thuý Ượng", "1.234"]), new FormBlock.Section("I. Thành phần"),
            new FormBlock.Blanks(["Ông (bà):", "Chức vụ:"]), new FormBlock.Signatures([new("TRƯỞNG TRẠM", "(ký, đóng dấu)")]), new FormBlock.Recipients(["Lưu: VT."]));

        var text = await new WrittenPdf(FormPdf.Of(form)).Read(Stop);

        foreach (var words in (string[])
        [
            "TRUNG TÂM Y TẾ HUYỆN CAO LỘC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/DS-TYT",
            "Hợp Thành, ngày 04 tháng 02 năm 2021", "DANH SÁCH", "Nguyễn Thị Thuý Ượng", "1.234", "I. Thành phần", "Ông (bà):", "Chức vụ:",
            "TRƯỞNG TRẠM", "Nơi nhận:", "- Lưu: VT.",
        ])
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_form_gives_the_same_bytes()
    {
        var form = Form(Paper.Across, Table(["1", "Lý Văn Quân", "1"]));

        Assert.Equal(FormPdf.Of(form), FormPdf.Of(form));
    }

    [Fact]
    public void Seventy_people_are_a_small_file_of_a_few_pages()
    {
        var bytes = FormPdf.Of(Form(Paper.Across, Table(Rows(70))));

        var pdf = new WrittenPdf(bytes);
        Assert.True(pdf.IsWhole);
        Assert.InRange(pdf.Pages, 2, 5);
        Assert.InRange(bytes.Length, 20_000, 200_000);
    }

    [Fact]
    public void Ten_thousand_people_are_written_within_seconds()
    {
        var form = Form(Paper.Across, Table(Rows(10_000)));

        var watch = Stopwatch.StartNew();
        var bytes = FormPdf.Of(form);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        Assert.InRange(new WrittenPdf(bytes).Pages, 250, 600);
        Assert.InRange(bytes.Length, 0, 5_000_000);
    }

    [Fact]
    public void Each_page_after_the_first_repeats_the_heading_and_says_which_it_is_of_how_many()
    {
        using var ruler = new Ruler();

        var sheets = FormLayout.Of(Form(Paper.Upright, Table(Rows(120))), ruler);

        Assert.True(sheets.Count > 2);
        Assert.All(sheets, sheet => Assert.Single(sheet.Words, words => words.Text.Equals("Họ và tên", StringComparison.Ordinal)));
        Assert.DoesNotContain(sheets[0].Words, words => words.Text.StartsWith("1/", StringComparison.Ordinal));
        Assert.All(sheets.Skip(1).Index(), page => Assert.Contains(
            page.Item.Words, words => words.Text.Equals($"{page.Index + 2}/{sheets.Count}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_lost_or_written_beside_the_page_whatever_a_cell_holds()
    {
        using var ruler = new Ruler();
        var longest = string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"w{i}"));
        var unbroken = new string('x', 900);

        var sheets = FormLayout.Of(Form(Paper.Upright, Table(["1", longest, "1"], ["2", unbroken, ""], ["3", "", ""])), ruler);

        var all = sheets.SelectMany(sheet => sheet.Words).ToList();
        var read = all.SelectMany(words => words.Text.Split(' ')).ToHashSet(StringComparer.Ordinal);
        Assert.All(Enumerable.Range(0, 3000), i => Assert.Contains($"w{i}", read));
        Assert.Equal(900, all.Sum(words => words.Text.Count(letter => letter == 'x')));
        Assert.All(sheets, sheet => Assert.All(sheet.Words, words => Assert.True(
            words.X > 0 && words.X + ruler.WidthOf(words.Text, words.Ink) < sheet.Width && words.Y > 0 && words.Y < sheet.Height, words.Text)));
    }

    [Fact]
    public void Signatures_are_not_torn_from_each_other()
    {
        using var ruler = new Ruler();
        Signature[] by = [new("TRẠM Y TẾ", "(ký)"), new("CÔNG AN", "(ký)"), new("ỦY BAN NHÂN DÂN", "(ký)")];

        var pages = Enumerable.Range(20, 30).Select(rows => FormLayout.Of(Form(Paper.Upright, Table(Rows(rows)), new FormBlock.Signatures(by)), ruler))
            .Select(sheets => sheets.Select(sheet => sheet.Words.Count(words => by.Any(one => one.Who.Equals(words.Text, StringComparison.Ordinal)))));

        Assert.All(pages, page => Assert.Equal(3, page.Max()));
    }

    [Theory]
    [InlineData(2021, 11, 4, "Hợp Thành, ngày 04 tháng 11 năm 2021")]
    [InlineData(2021, 3, 14, "Hợp Thành, ngày 14 tháng 3 năm 2021")]
    [InlineData(2021, 1, 14, "Hợp Thành, ngày 14 tháng 01 năm 2021")]
    public void Days_and_the_first_months_have_two_digits(int year, int month, int day, string written)
    {
        Assert.Equal(written, (Head with { Day = new DateOnly(year, month, day) }).PlaceAndDate);
    }

    private static OfficialForm Form(Paper paper, params FormBlock[] blocks) => new(Head, paper, "DANH SÁCH", ["(theo công văn)"], blocks);

    private static FormBlock.Table Table(params string[][] rows) => new("Bảng", Columns, rows);

    private static string[][] Rows(int count) => [.. Enumerable.Range(1, count).Select(i => (string[])[$"{i}", $"Nguyễn Thị Thuý {i}", "1"])];
}
