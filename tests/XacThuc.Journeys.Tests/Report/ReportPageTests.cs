using Microsoft.Playwright;
using XacThuc.Cli.Report;
using XacThuc.Cli.Report.Page;
using XacThuc.Cli.Tests.Report;
using XacThuc.Matching.Texts;
using Xunit;

namespace XacThuc.Journeys.Tests.Report;

public sealed class ReportPageTests(Browser browser) : IDisposable
{
    private const int Desktop = 1280, Phone = 390;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-report-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(Desktop, ColorScheme.Light, "report-desktop")]
    [InlineData(Desktop, ColorScheme.Dark, "report-desktop-dark")]
    [InlineData(Phone, ColorScheme.Light, "report-phone")]
    [InlineData(Phone, ColorScheme.Dark, "report-phone-dark")]
    public async Task Everybody_can_use_the_report_in_both_languages(int width, ColorScheme scheme, string name)
    {
        var page = await browser.Open(width, scheme);
        await page.GotoAsync(Written(GivenRun.OfDistrict()));

        var vietnamese = await page.Violations();
        await Browser.Shoot(page, name);
        await page.GetByText("English").ClickAsync();
        var english = await page.Violations();
        await Browser.Shoot(page, name + "-en");

        Assert.Empty(vietnamese.Concat(english));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways");
    }

    [Fact]
    public async Task The_charts_are_drawn_without_a_complaint_and_without_any_address()
    {
        var page = await browser.Open(Desktop);
        var asked = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        var address = Written(GivenRun.OfDistrict());

        await page.GotoAsync(address);
        var drawn = await page.Locator(".chart svg:visible").CountAsync();

        Assert.Equal(5, drawn);
        Assert.Equal([address], asked);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_language_switch_turns_texts_charts_title_and_the_pages_language()
    {
        var page = await browser.Open(Desktop);
        await page.GotoAsync(Written(GivenRun.OfDistrict()));

        await page.GetByText("English").ClickAsync();

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("Authentication report – XacThuc", await page.TitleAsync());
        Assert.Contains("Full name", await page.Locator("#field-chart").InnerHTMLAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[lang=vi]:visible:not(label)").CountAsync());
    }

    [Fact]
    public async Task Without_a_script_the_tables_and_the_language_switch_remain()
    {
        var page = await browser.Open(Phone, script: false);
        await page.GotoAsync(Written(GivenRun.OfDistrict()));

        await page.GetByText("English").ClickAsync();

        Assert.True(await page.GetByRole(AriaRole.Columnheader, new() { Name = "Share right" }).First.IsVisibleAsync());
        Assert.Equal(0, await page.Locator("figure:visible").CountAsync());
    }

    [Fact]
    public async Task A_printed_report_fits_the_paper()
    {
        var page = await browser.Open(Desktop, ColorScheme.Dark);
        await page.GotoAsync(Written(GivenRun.OfDistrict()));

        var paper = await page.PdfAsync(new() { PreferCSSPageSize = true, Path = Path.Combine(Browser.Screenshots(), "report.pdf") });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(690, 900);
        await Browser.Shoot(page, "report-print");

        var drawn = await page.Locator("#commune-chart svg").GetAttributeAsync("viewBox");
        var chart = await page.Locator("#commune-chart svg").First.BoundingBoxAsync();
        Assert.NotEmpty(paper);
        Assert.Equal("0 0 920 712", drawn);
        Assert.Equal(690, chart!.Width);
        Assert.Equal(690 * 712 / 920.0, chart.Height, tolerance: 1);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "wider than the paper");
    }

    [Fact]
    public async Task A_run_over_an_empty_file_is_told_too()
    {
        var page = await browser.Open(Phone);
        await page.GotoAsync(Written(GivenRun.Of(new RunTally())));

        var found = await page.Violations();
        await Browser.Shoot(page, "report-empty");

        Assert.Empty(found);
        Assert.Equal("Tệp không có hồ sơ nào.", await page.Locator("h1 .vi").InnerTextAsync());
    }

    private string Written(RunSummary run)
    {
        var path = Path.Combine(_folder.FullName, "report.html");
        using (var file = File.Create(path)) ReportPage.Write(file, run, Language.Vietnamese);
        return new Uri(path).AbsoluteUri;
    }
}
