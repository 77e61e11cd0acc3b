using QRCoder;
using XacThuc.Web.Documents;
using XacThuc.Web.Documents.Pdf;
using Xunit;

namespace XacThuc.Web.Tests.Documents;

public sealed class SlipPdfTests
{
    private const string Link = "https://station.example/lists/12/people/345";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_slips_are_a_page_and_are_read_back()
    {
        var pdf = new WrittenPdf(FormPdf.Of(Sheet(5)));

        Assert.Equal((true, 2), (pdf.IsWhole, pdf.Pages));
        var text = await pdf.Read(Stop);
        Assert.Contains("TRẠM Y TẾ XÃ HỢP THÀNH", text, StringComparison.Ordinal);
        Assert.Contains("Người số 5", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_are_cut_at_the_same_heights()
    {
        using var ruler = new Ruler();

        var sheets = SlipLayout.Of(Sheet(8), ruler);

        Assert.Equal(2, sheets.Count);
        Assert.All(sheets, sheet => Assert.Equal([.25f, .5f, .75f], CutsOf(sheet)));
        Assert.All(sheets, sheet => Assert.Equal(4, sheet.Codes.Count));
    }

    [Fact]
    public void A_slip_with_many_words_takes_two_places_and_is_not_cut_through()
    {
        using var ruler = new Ruler();
        var sheet = Sheet(3);
        var slips = sheet.Slips.Select((slip, i) => i == 1 ? slip with { Words = [string.Join(' ', Enumerable.Repeat("mang giấy khai sinh", 40))] } : slip).ToList();

        var page = Assert.Single(SlipLayout.Of(sheet with { Slips = slips }, ruler));

        Assert.Equal([.25f, .75f], CutsOf(page));
        Assert.DoesNotContain(page.Words, words => words.Text.StartsWith("mang", StringComparison.Ordinal) && words.Y > page.Height * .75f);
    }

    [Fact]
    public void A_code_drawn_as_shapes_has_the_modules_of_the_code()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Link, QRCodeGenerator.ECCLevel.M);

        var picture = QrPicture.Of(Link);

        var dark = picture.Runs.SelectMany(run => Enumerable.Range(run.X, run.Length).Select(x => (x, run.Y))).ToHashSet();
        Assert.Equal(code.ModuleMatrix.Count, picture.Size);
        for (var y = 0; y < picture.Size; y++)
        {
            for (var x = 0; x < picture.Size; x++) Assert.Equal(code.ModuleMatrix[y][x], dark.Contains((x, y)));
        }
    }

    private static float[] CutsOf(Sheet sheet) =>
        [.. sheet.Rules.Where(line => line.Stroke == Stroke.Cut).Select(line => MathF.Round(line.FromY / sheet.Height, 3))];

    private static SlipSheet Sheet(int count) => new("Phiếu mời", [.. Enumerable.Range(1, count).Select(i => new Slip
    {
        Unit = "Trạm Y tế xã Hợp Thành",
        Number = $"DS-TYT-06226-2021-001, số thứ tự {i}",
        Title = "PHIẾU MỜI",
        Name = $"Người số {i}",
        Facts = [("Ngày sinh", "1950"), ("Nơi ở", "Nà Nùng")],
        Words = ["Đề nghị mang giấy khai sinh."],
        Come = "Mời đến trạm, ngày ....../......",
        Signs = "Người lập phiếu",
        Link = Link,
    })]);
}
