using System.Text;
using System.Text.Json;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Schedules;
using XacThuc.Testing.Conformance;
using Xunit;

namespace XacThuc.Platform.Tests.Vaccines;

public sealed class VaccineCatalogueTests
{
    private const string Papilloma = """
        {
          "code": "240532009",
          "name": { "vi": "Nhiễm HPV", "en": "Human papillomavirus infection" },
          "products": [
            {
              "code": "gardasil", "name": "Gardasil", "manufacturer": "MSD",
              "eu": { "product": "EU/1/06/357", "manufacturer": "ORG-100006423", "vaccine": "836379007" },
              "doses": 3, "from": "2008-08-01", "ages": [{ "least": "P9Y", "below": "P27Y" }],
              "intervals": [
                { "dose": 2, "after": { "minimum": "P1M", "recommended": "P2M" } },
                { "dose": 3, "after": { "minimum": "P3M", "recommended": "P4M" } }
              ],
              "notFor": ["pregnant"], "source": "a test"
            }
          ],
          "mixing": [],
          "further": [],
          "rules": [
            {
              "id": "papilloma.men", "severity": "ask", "from": "2010-01-01",
              "when": { "===": [{ "var": "vaccinee.sex" }, "male"] },
              "sentence": { "vi": "Hỏi lại: {product.name} cho nam.", "en": "Ask again: {product.name} for a man." }
            }
          ]
        }
        """;

    private static readonly VaccineCatalogue Standard = VaccineCatalogue.Standard;

    [Fact]
    public void A_product_is_found_by_its_code()
    {
        var product = Standard.Find(ProductCode.Parse("abdala"));

        Assert.Equal((3, "CIGB"), (product!.Doses, product.Eu.Manufacturer));
        Assert.Null(Standard.Find(ProductCode.Parse("no-such")));
        Assert.Same(Given.Covid, Standard.FindSchedule(product.Code));
        Assert.Equal(8, Standard.Products.Count);
    }

    [Fact]
    public void Another_vaccine_is_a_file_more()
    {
        var catalogue = Standard.With(new MemoryStream(Encoding.UTF8.GetBytes(Papilloma)));
        var schedule = catalogue.FindSchedule("240532009")!;
        var girl = Given.Born(2001, 4, 1);
        var first = Given.Dose(1, "gardasil", "2014-05-10");

        var due = schedule.FindNextDue(girl, [first, Given.Dose(1, "comirnaty", "2021-10-20")]);
        var early = schedule.Check(girl, [first], Given.Dose(2, "gardasil", "2014-06-09"), new DateOnly(2022, 1, 1));

        Assert.Equal((2, Given.Day("2014-06-10")), (due!.Number, due.First));
        Assert.Equal(Given.Day("2014-07-10"), due.Products[0].Recommended);
        Assert.Equal("interval.short", Assert.Single(early).Rule);
        Assert.Equal(9, catalogue.Products.Count);
        Assert.NotNull(catalogue.FindSchedule("840539006"));
    }

    [Fact]
    public void A_disease_may_have_a_rule_of_its_own()
    {
        var schedule = Standard.With(new MemoryStream(Encoding.UTF8.GetBytes(Papilloma))).FindSchedule("240532009")!;
        var boy = new Vaccinee(Given.Birth(2001, 4, 1), Matching.Sex.Male);

        var finding = Assert.Single(schedule.Check(boy, [], Given.Dose(1, "gardasil", "2014-05-10"), new DateOnly(2022, 1, 1)));

        Assert.Equal(("papilloma.men", "Ask again: Gardasil for a man."), (finding.Rule, finding.Sentence.En));
        Assert.DoesNotContain(
            schedule.Check(boy, [], Given.Dose(1, "gardasil", "2009-12-31"), new DateOnly(2022, 1, 1)),
            found => found.Rule == "papilloma.men");
    }

    [Theory]
    [InlineData("\"dose\": 3,", "\"dose\": 2,", "gardasil has no interval before dose 3 on 2008-08-01")]
    [InlineData("\"240532009\"", "\"840539006\"", "840539006 is there 2 times")]
    [InlineData("\"gardasil\", \"name\"", "\"abdala\", \"name\"", "abdala is there 2 times")]
    [InlineData("\"P9Y\"", "\"P9D\"", "an age of 9 days: months or years are asked")]
    public void Data_that_contradicts_itself_is_refused_with_what_is_wrong(string from, string to, string problem)
    {
        var damaged = new MemoryStream(Encoding.UTF8.GetBytes(Papilloma.Replace(from, to, StringComparison.Ordinal)));

        var refused = Assert.Throws<InvalidDataException>(() => Standard.With(damaged));

        Assert.Equal(problem, refused.Message);
    }

    [Theory]
    [InlineData("\"===\"", "\"==\"")]
    [InlineData("\"P2M\"", "\"2 months\"")]
    [InlineData("\"ask\"", "\"warn\"")]
    [InlineData("\"notFor\"", "\"notfor2\"")]
    public void Data_of_another_form_is_refused(string from, string to)
    {
        var damaged = new MemoryStream(Encoding.UTF8.GetBytes(Papilloma.Replace(from, to, StringComparison.Ordinal)));

        Assert.Throws<JsonException>(() => Standard.With(damaged));
    }

    [Fact]
    public void Every_code_is_in_the_published_value_sets()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);

        var covid = Given.Covid.Disease;
        var codes = covid.Products.Select(product => product.Eu).ToList();

        Assert.Contains(covid.Code, Values("disease-agent-targeted"), StringComparer.Ordinal);
        Assert.Empty(codes.Select(eu => eu.Product).Except(Values("vaccine-medicinal-product"), StringComparer.Ordinal));
        Assert.Empty(codes.Select(eu => eu.Manufacturer).Except(Values("vaccine-mah-manf"), StringComparer.Ordinal));
        Assert.Empty(codes.Select(eu => eu.Vaccine).Except(Values("vaccine-prophylaxis"), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_product_goes_with_its_holder_as_the_encoding_instructions_say()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);

        var instructions = ValueSet("vaccine-encoding-instructions").Select(entry =>
            (entry.Value.GetProperty("vaccine-code").GetString(), entry.Value.GetProperty("vaccine-manufacturer").GetString()));

        Assert.All(Standard.Products, product => Assert.Contains((product.Eu.Product, product.Eu.Manufacturer), instructions));
    }

    private static IEnumerable<string> Values(string set) => ValueSet(set).Select(entry => entry.Name);

    private static JsonElement.ObjectEnumerator ValueSet(string set) => PublishedSuites.Read(
        PublishedSuites.At($"valuesets/{set}.json")).GetProperty("valueSetValues").EnumerateObject();
}
