using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using Xunit;

namespace XacThuc.Matching.Tests.Comparing;

public sealed class NameComparisonTests
{
    private static readonly IReadOnlyDictionary<string, (string Written, string Register, string Due)> All = ReadableList.Read("names.csv");

    public static TheoryData<string> Titles => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_name_differs_in_what_the_list_says(string title)
    {
        var (written, register, due) = All[title];
        using var index = PopulationIndex.Build([new WrittenPerson("020190001234", "", register, "Nữ", "1990-03-12", "")]);
        using var authenticator = new Authenticator(index, new DateOnly(2026, 11, 24));

        var result = authenticator.Authenticate(new WrittenRecord(written, "Nữ", "12/03/1990", "020190001234"));

        Assert.Equal(due, result.Reasons.ToString());
    }
}
