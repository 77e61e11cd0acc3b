using System.Globalization;
using XacThuc.Cli.Sample;
using XacThuc.Cli.Sample.Damages;
using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Texts;
using Xunit;

namespace XacThuc.Cli.Tests.Sample;

public sealed class SampleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sample-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_seed_makes_the_same_files()
    {
        var first = Make("first", seed: 7, DamageProfile.Hard);
        var second = Make("second", seed: 7, DamageProfile.Hard);

        foreach (var name in new[] { "register.csv", "records.csv", "truth.csv" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(first, name)), File.ReadAllBytes(Path.Combine(second, name)));
    }

    [Fact]
    public void Another_seed_makes_other_people()
    {
        var first = Make("first", seed: 1, DamageProfile.National);
        var second = Make("second", seed: 2, DamageProfile.National);

        Assert.NotEqual(
            File.ReadAllBytes(Path.Combine(first, "register.csv")), File.ReadAllBytes(Path.Combine(second, "register.csv")));
    }

    [Fact]
    public void The_outcome_of_the_nation_is_reproduced()
    {
        var truth = Rows(Make("national", seed: 3, DamageProfile.National), "truth.csv");

        double Share(params string[] statuses) => truth.Count(row => statuses.Contains(row[2])) / (double)truth.Count;

        Assert.InRange(Share("matched"), 0.655, 0.685);
        Assert.InRange(Share("mismatched"), 0.235, 0.265);
        Assert.InRange(Share("unauthenticated", "invalid"), 0.065, 0.095);
    }

    [Fact]
    public void Numbers_are_unique_and_built_as_the_decree_says()
    {
        var people = Rows(Make("people", seed: 4, DamageProfile.None), "register.csv");

        Assert.Equal(people.Count, people.Select(row => row[0]).Distinct(StringComparer.Ordinal).Count());
        foreach (var row in people)
        {
            Assert.True(new PersonalId(ulong.Parse(row[0], CultureInfo.InvariantCulture)).IsWellFormed);
            Assert.True(row[1].Length is 0 or 9);
        }
    }

    [Fact]
    public void Communes_are_those_of_the_district()
    {
        var communes = Rows(Make("communes", seed: 5, DamageProfile.None), "register.csv").Select(row => row[5]).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(22, communes.Count);
        Assert.All(communes, code => Assert.NotNull(CaoLoc.NameOf(code)));
    }

    [Theory]
    [InlineData("national")]
    [InlineData("ordinary")]
    [InlineData("hard")]
    public void The_truth_and_the_engine_agree_on_every_record(string profile)
    {
        var folder = Make(profile, seed: 6, DamageProfile.Find(profile)!);
        using var index = PopulationIndex.Build(Rows(folder, "register.csv")
            .Select(row => new WrittenPerson(row[0], row[1], row[2], row[3], row[4], row[5])));
        using var authenticator = new Authenticator(index, new DateOnly(2026, 11, 24));
        var truth = Rows(folder, "truth.csv");
        var records = Rows(folder, "records.csv");

        var wrong = records.Zip(truth).Where(pair =>
        {
            var record = new WrittenRecord(pair.First[1], pair.First[2], pair.First[3], pair.First[4], pair.First[5]);
            return ContractWords.Of(authenticator.Authenticate(record).Status) != pair.Second[2];
        }).Select(pair => $"{pair.Second[0]} {pair.Second[3]}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_kind_of_damage_occurs()
    {
        var kinds = Rows(Make("kinds", seed: 8, DamageProfile.Hard), "truth.csv")
            .SelectMany(row => row[3].Split(';')).ToHashSet(StringComparer.Ordinal);
        var profile = DamageProfile.Hard;

        Assert.All(
            profile.Name.Concat(profile.Date).Concat(profile.Sex).Concat(profile.Number), kind => Assert.Contains(kind.Kind, kinds));
    }

    private string Make(string name, ulong seed, DamageProfile damage)
    {
        var folder = Path.Combine(_folder, name);
        var terminal = new Terminal(TextWriter.Null, false, TextWriter.Null, false, TimeProvider.System);
        var work = new SampleWork(
            new SampleOptions(folder, 20_000, 20_000, seed, Place.CaoLocDistrict, damage), terminal, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Ran, work.Run());
        return folder;
    }

    private static List<string[]> Rows(string folder, string name) =>
        [.. File.ReadLines(Path.Combine(folder, name)).Skip(1).Select(SplitRow)];

    private static string[] SplitRow(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',');
        var parts = line.Split('"');
        for (var i = 1; i < parts.Length; i += 2) parts[i] = parts[i].Replace(',', '\u0001');
        return [.. string.Concat(parts).Split(',').Select(cell => cell.Replace('\u0001', ','))];
    }
}
