using XacThuc.Matching.Indexing;
using XacThuc.Matching.Weighing;
using Xunit;

namespace XacThuc.Matching.Tests.Blocking;

/// <summary>Several damages at once, each leaving another way to the person.</summary>
public sealed class HiddenPeopleTests : IDisposable
{
    private const string Person = "024179444555";
    private const string Sister = "024182333222";

    private readonly PopulationIndex _index;
    private readonly Suggester _suggester;

    public HiddenPeopleTests()
    {
        WrittenPerson[] household =
        [
            new(Person, "", "Đặng Thị Ngọc Hường", "Nữ", "1979-05-17", "06187"),
            new(Sister, "", "Đặng Thị Thu Hằng", "Nữ", "1982-11-03", "06187"),
        ];
        _index = PopulationIndex.Build([.. GivenRegister.Crowd(20_000), .. household]);
        _suggester = new SuggestionEngine(_index, new DateOnly(2026, 11, 24)).NewSuggester();
    }

    [Theory]
    [InlineData("a slip in the given name, no date, no number", "Đặng Thị Ngọc Hưòngg", "", "", "06187")]
    [InlineData("a slip in the given name, no date, another commune", "Đặng Thị Ngọc Hườg", "", "", "06004")]
    [InlineData("a slip in the family name, no date, no number", "Đặnh Thị Ngọc Hường", "", "", "06187")]
    [InlineData("a slip in the given name, another year, no number", "Đặng Thị Ngọc Hườn", "17/05/1976", "", "06187")]
    [InlineData("a slip in the given name, only the year", "Đặng Thị Ngọc Hườngh", "1979", "", "06004")]
    [InlineData("no family name, another day", "Thị Ngọc Hường", "27/05/1979", "", "06004")]
    [InlineData("no family name, only the year", "Thị Ngọc Hường", "1979", "", "06004")]
    [InlineData("two digits wrong and no date", "Đặng Thị Ngọc Hường", "", "024179443655", "06004")]
    [InlineData("a phone number and no date", "Đặng Thị Ngọc Hường", "", "0912345678", "06187")]
    [InlineData("the sister's number, no date", "Đặng Thị Ngọc Hường", "", Sister, "06004")]
    [InlineData("the sister's number, no date, a slip", "Đặng Thị Ngọc Hườn", "", Sister, "06004")]
    [InlineData("the sister's number, words moved", "Hường Thị Ngọc Đặng", "17/05/1979", Sister, "06004")]
    [InlineData("the sister's number, words joined", "Đặng Thị Ngọchường", "17/05/1979", Sister, "06004")]
    public void Person_is_found_past(string damage, string name, string born, string number, string commune)
    {
        var found = _suggester.Explain(new WrittenRecord(name, "Nữ", born, number, commune), 5);

        Assert.True(found.Any(suggestion => suggestion.Suggestion.Person.InFull() == Person), damage);
    }

    [Fact]
    public void Owner_of_a_number_with_quite_another_name_is_never_sure()
    {
        var found = _suggester.Explain(new WrittenRecord("Đặng Thị Ngọc Quyên", "Nữ", "", Sister, "06187"), 5);

        Assert.All(found, suggestion => Assert.InRange(suggestion.Suggestion.Probability, 0, 0.99));
    }

    [Fact]
    public void Year_alone_is_not_taken_for_a_date()
    {
        // Two of the name and year, one of whom has no more than a year in the register.
        using var index = PopulationIndex.Build(
        [
            .. GivenRegister.Crowd(5_000),
            new("020079000111", "", "Hứa Đức Khánh", "Nam", "1979", "06007"),
            new("020079000222", "", "Hứa Đức Khánh", "Nam", "1979-08-21", "06010"),
        ]);
        using var suggester = new SuggestionEngine(index, new DateOnly(2026, 11, 24)).NewSuggester();

        var found = suggester.Explain(new WrittenRecord("Hứa Đức Khánh", "Nam", "1979", "", ""), 5);

        Assert.Contains(found, suggestion => suggestion.Suggestion.Person.InFull() == "020079000111");
        Assert.Contains(found, suggestion => suggestion.Suggestion.Person.InFull() == "020079000222");
    }

    public void Dispose()
    {
        _suggester.Dispose();
        _index.Dispose();
    }
}
