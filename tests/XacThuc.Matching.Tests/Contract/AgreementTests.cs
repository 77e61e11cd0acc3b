using CsCheck;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using Xunit;

namespace XacThuc.Matching.Tests.Contract;

public sealed class AgreementTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Effort.Of(24))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Engine_and_oracle_agree_on_status_and_verdicts(int seed)
    {
        var random = new PCG(1, (ulong)seed);
        var people = Registers.People.Generate(random, null, out _);
        var records = Registers.RecordOf(people).Array[Effort.Of(3000)].Generate(random, null, out _);
        var oracle = new ContractOracle(people, Today);
        using var index = PopulationIndex.Build(people);
        using var engine = new Authenticator(index, Today);

        var disagreements = records.Select(record => Disagreement(oracle, engine, record)).OfType<string>().Take(10);

        Assert.Equal("", string.Join('\n', disagreements));
    }

    private static string? Disagreement(ContractOracle oracle, Authenticator engine, WrittenRecord record)
    {
        var due = oracle.Judge(record);
        var came = engine.Authenticate(record);
        if (oracle.LeavesNumberOpen) due = due with { Number = came.Number };
        return due with { Reasons = came.Reasons } == came
            ? null
            : $"{record.FullName}|{record.Sex}|{record.DateOfBirth}|{record.IdNumber}: " +
                $"due {Vector.Line(due)} came {Vector.Line(came)}";
    }
}
