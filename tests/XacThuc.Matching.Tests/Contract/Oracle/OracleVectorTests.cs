using Xunit;

namespace XacThuc.Matching.Tests.Contract;

public sealed class OracleVectorTests
{
    public static TheoryData<string> Titles => [.. Vector.All.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void The_oracle_gives_the_verdicts_of_the_vectors(string title)
    {
        var vector = Vector.All[title];
        var oracle = new ContractOracle(vector.Register, new DateOnly(2026, 11, 24));

        var result = oracle.Judge(vector.Record);

        Assert.False(oracle.LeavesNumberOpen);
        Assert.Equal(Verdicts(vector.Expected), Verdicts(Vector.Line(result)));
    }

    private static string Verdicts(string line) => line[..line.LastIndexOf(',')];
}
