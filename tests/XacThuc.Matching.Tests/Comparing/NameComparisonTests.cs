using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using Xunit;

namespace XacThuc.Matching.Tests.Comparing;

public sealed class NameComparisonTests
{
    private static readonly Dictionary<string, string[]> All = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Comparing", "names.csv"))
        .Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0], StringComparer.Ordinal);

    public static TheoryData<string> Titles => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_name_differs_in_what_the_list_says(string title)
    {
        var cells = All[title];
        using var index = PopulationIndex.Build([new WrittenPerson("020190001234", "", cells[2], "Nữ", "1990-03-12", "")]);
        using var authenticator = new Authenticator(index, new DateOnly(2026, 11, 24));

        var result = authenticator.Authenticate(new WrittenRecord(cells[1], "Nữ", "12/03/1990", "020190001234"));

        Assert.Equal(cells[3], result.Reasons.ToString());
    }
}
