using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using XacThuc.Cli.Report;
using XacThuc.Cli.Report.Page;
using XacThuc.Cli.Report.Texts;
using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Tables;
using Xunit;

namespace XacThuc.Cli.Tests.Report;

public sealed partial class ReportPageTests
{
    private const string Hostile = "</script><script>alert(1)</script><img src=x onerror=\"alert(2)\">&'";

    [Fact]
    public void Every_element_is_closed_and_every_id_is_there_once()
    {
        var page = Parsed(Written(GivenRun.OfDistrict()));

        var ids = page.Descendants().Select(element => element.Attribute("id")?.Value).OfType<string>().ToList();
        var named = page.Descendants().Select(element => element.Attribute("aria-labelledby")?.Value).OfType<string>();
        Assert.Distinct(ids, StringComparer.Ordinal);
        Assert.Empty(named.Except(ids, StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_refers_to_nothing_outside_itself_and_its_policy_forbids_all_but_its_own_script()
    {
        var html = Written(GivenRun.OfDistrict());
        var page = Parsed(html);

        var policy = page.Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!.Value;
        var references = page.Descendants().Attributes()
            .Where(attribute => attribute.Name.LocalName is "src" or "href" or "srcset" or "data" or "action")
            .Select(attribute => attribute.Value);
        Assert.All(references, reference => Assert.StartsWith("#", reference, StringComparison.Ordinal));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"@import|url\(", Style().Match(html).Value);
        Assert.DoesNotMatch("https?://", Program().Replace(html, ""));
    }

    [Fact]
    public void Every_figure_of_the_run_stands_in_a_table_in_both_languages()
    {
        var run = GivenRun.OfDistrict();
        var page = Parsed(Written(run));

        foreach (var figures in Figures.Of(run))
        {
            var table = page.Descendants("section").Single(section => Has(section, "aria-labelledby", $"{figures.Place}-title"));
            var rows = table.Descendants("tbody").Single().Elements("tr").ToList();
            Assert.Equal(figures.Rows.Count, rows.Count);
            foreach (var (row, told) in figures.Rows.Zip(rows))
            {
                var vi = Texts(told, "vi");
                var en = Texts(told, "en");
                Assert.Equal(row.Name.Vi, vi[0]);
                Assert.Equal([.. row.Counts.Select(count => Figure.Count(count).Vi), row.Share.Vi], vi[^(row.Counts.Length + 1)..]);
                Assert.Equal([.. row.Counts.Select(count => Figure.Count(count).En), row.Share.En], en[^(row.Counts.Length + 1)..]);
            }
        }
    }

    [Fact]
    public void Charts_are_drawn_from_the_figures_of_the_tables()
    {
        var run = GivenRun.OfDistrict();
        var html = Written(run);

        using var data = JsonDocument.Parse(Data().Match(html).Groups["json"].Value);

        var drawn = data.RootElement.GetProperty("charts").EnumerateArray().Single(chart => chart.GetProperty("id").ValueEquals("commune"));
        var expected = Figures.ByCommune(run).Rows.Select(row => row.Counts);
        Assert.Equal(expected, drawn.GetProperty("rows").EnumerateArray()
            .Select(row => row.GetProperty("counts").EnumerateArray().Select(count => count.GetInt64()).ToArray()));
    }

    [Fact]
    public void Hostile_names_of_files_columns_and_communes_stay_text()
    {
        var run = GivenRun.OfDistrict(2_000) with
        {
            Register = Hostile,
            Records = Hostile,
            CommuneName = _ => Hostile,
            Problems = [new TableProblem(Hostile, 3, Hostile, Hostile)],
        };

        var html = Written(run);

        var page = Parsed(html);
        Assert.Empty(page.Descendants("img"));
        Assert.Equal(2, page.Descendants("script").Count());
        Assert.Equal(2, Regex.Count(html, "<script"));
        Assert.Contains(page.Descendants("dd"), value => value.Value.StartsWith(Hostile, StringComparison.Ordinal));
        using var data = JsonDocument.Parse(Data().Match(html).Groups["json"].Value);
    }

    [Fact]
    public void Every_text_that_is_said_in_one_language_is_said_in_the_other()
    {
        var page = Parsed(Written(GivenRun.OfDistrict()));

        var vi = page.Descendants("span").Count(span => Has(span, "lang", "vi"));
        var pairs = page.Descendants("span").Count(span => Has(span, "lang", "vi")
            && Has(span.ElementsAfterSelf().FirstOrDefault(), "lang", "en"));
        Assert.Equal(vi, pairs);
        Assert.True(vi > 200);
    }

    [Theory]
    [InlineData("Vietnamese", "vi", "Báo cáo xác thực – XacThuc")]
    [InlineData("English", "en", "Authentication report – XacThuc")]
    public void The_page_opens_in_the_language_asked_for(string language, string code, string title)
    {
        var page = Parsed(Written(GivenRun.OfDistrict(), Enum.Parse<Language>(language)));

        Assert.Equal(code, page.Root!.Attribute("lang")!.Value);
        Assert.Equal(title, page.Descendants("title").Single().Value);
        Assert.Equal(code, page.Descendants("input").Single(input => input.Attribute("checked") is not null).Attribute("id")!.Value);
    }

    [Fact]
    public void Of_a_nation_s_communes_the_last_are_summed_in_one_row()
    {
        var counts = new RunTally();
        var right = new Comparison(
            RecordStatus.Matched, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right, Reasons.None);
        for (var commune = 1; commune <= 10_000; commune++) counts.Add(right, commune);

        var rows = Figures.ByCommune(GivenRun.Of(counts)).Rows;

        Assert.Equal(Figures.MostCommunes + 1, rows.Count);
        Assert.Equal(10_000, rows.Sum(row => row.Counts[0]));
        Assert.Equal(ReportTexts.OtherCommunes, rows[^1].Name);
    }

    private static string Written(RunSummary run, Language language = Language.Vietnamese)
    {
        using var text = new StringWriter();
        ReportPage.Write(text, run, language);
        return text.ToString();
    }

    // The page as XML: void elements closed, the style and the program left out.
    private static XDocument Parsed(string html)
    {
        var markup = Program().Replace(Style().Replace(html, "<style></style>"), "<script></script>");
        markup = Void().Replace(markup, "<${tag}/>").Replace(" checked ", " checked=\"\" ", StringComparison.Ordinal);
        return XDocument.Parse(markup.Replace("<!doctype html>", "", StringComparison.Ordinal).Trim());
    }

    private static bool Has(XElement? element, string attribute, string value) =>
        string.Equals(element?.Attribute(attribute)?.Value, value, StringComparison.Ordinal);

    private static string[] Texts(XElement row, string language)
    {
        var copy = new XElement(row);
        copy.Descendants("span").Where(span => !Has(span, "lang", language)).Remove();
        copy.Descendants("small").Remove();
        return [.. copy.Elements().Select(cell => cell.Value.Trim())];
    }

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script>.*</script>", RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("<script type=\"application/json\" id=\"figures\">(?<json>.*?)</script>", RegexOptions.ExplicitCapture)]
    private static partial Regex Data();

    [GeneratedRegex("<(?<tag>(meta|input)[^>]*)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Void();
}
