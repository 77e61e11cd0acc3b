using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using Xunit;

namespace XacThuc.Matching.Tests.Contract;

public sealed class ContractVectorTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    public static TheoryData<string> Titles => [.. Vector.All.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void The_engine_judges_as_the_contract_says(string title)
    {
        var vector = Vector.All[title];
        using var index = PopulationIndex.Build(vector.Register);
        using var authenticator = new Authenticator(index, Today);

        var result = authenticator.Authenticate(vector.Record);

        Assert.Equal(vector.Expected, Vector.Line(result));
    }
}
