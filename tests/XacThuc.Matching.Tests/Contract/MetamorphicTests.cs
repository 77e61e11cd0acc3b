using CsCheck;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using Xunit;

namespace XacThuc.Matching.Tests.Contract;

/// <summary>What must hold of any record whatever the verdict, so no oracle is needed.</summary>
public sealed class MetamorphicTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    // Everyone's numbers are their own here, and all fields are readable.
    private static readonly Gen<WrittenPerson[]> People = Registers.Sound.Array[Effort.Of(100)].Select(people => people
        .DistinctBy(person => person.PersonalId, StringComparer.Ordinal)
        .DistinctBy(person => person.OldId, StringComparer.Ordinal).ToArray());

    [Fact]
    public void Another_writing_of_a_matched_record_is_matched()
    {
        var results = Judged(person => Gen.Select(
            Writings.OfName(person.FullName), Writings.OfSex(person.Sex), Writings.OfDate(person.DateOfBirth),
            Gen.OneOf<string>(
                Writings.OfNumber(person.PersonalId), Writings.OfNumber(person.OldId),
                Writings.OfNumber(person.PersonalId.TrimStart('0')), Writings.OfNumber(person.OldId.TrimStart('0'))),
            (name, sex, date, number) => new WrittenRecord(name, sex, date, number)));

        Assert.All(results, result => Assert.Equal(RecordStatus.Matched, result.Status));
    }

    [Fact]
    public void Any_slip_in_the_name_is_wrong_and_has_a_reason()
    {
        var results = Judged(person => Slips.InName(person.FullName).SelectMany(Writings.OfName)
            .Select(name => new WrittenRecord(name, person.Sex, person.DateOfBirth, person.PersonalId)));

        Assert.All(results, result => Assert.Equal("mismatched,wrong,right,right,right", Verdicts(result)));
        Assert.All(results, result => Assert.Contains("name.", result.Reasons.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Any_other_date_is_wrong_and_has_a_reason()
    {
        var results = Judged(person => Registers.PossibleDate.Where(date => date != person.DateOfBirth)
            .SelectMany(Writings.OfDate)
            .Select(date => new WrittenRecord(person.FullName, person.Sex, date, person.PersonalId)));

        Assert.All(results, result => Assert.Equal("mismatched,right,right,wrong,right", Verdicts(result)));
        Assert.All(results, result => Assert.Contains("dob.", result.Reasons.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_other_sex_is_wrong()
    {
        var results = Judged(person => Writings.OfSex(person.Sex == "Nam" ? "Nữ" : "Nam")
            .Select(sex => new WrittenRecord(person.FullName, sex, person.DateOfBirth, person.PersonalId)));

        Assert.All(results, result => Assert.Equal("mismatched,right,wrong,right,right", Verdicts(result)));
    }

    [Fact]
    public void Any_slip_in_a_number_is_never_matched()
    {
        var results = Judged(person => Gen.OneOf<string>(Slips.InDigits(person.PersonalId), Slips.InDigits(person.OldId))
            .SelectMany(Writings.OfNumber)
            .Select(number => new WrittenRecord(person.FullName, person.Sex, person.DateOfBirth, number)));

        Assert.All(results, result => Assert.NotEqual(RecordStatus.Matched, result.Status));
    }

    [Fact]
    public void Neither_the_order_of_records_nor_of_the_register_matters()
    {
        var random = new PCG(3, 1);
        var people = Registers.People.Generate(random, null, out _);
        var records = Registers.RecordOf(people).Array[Effort.Of(5000)].Generate(random, null, out _);
        using var index = PopulationIndex.Build(people);
        using var turned = PopulationIndex.Build(people.Reverse());
        using var engine = new Authenticator(index, Today);
        using var other = new Authenticator(turned, Today);

        var there = records.Select(engine.Authenticate).ToArray();
        var back = records.Reverse().Select(other.Authenticate).Reverse().ToArray();

        Assert.Equal(there, back);
    }

    private static List<Comparison> Judged(Func<WrittenPerson, Gen<WrittenRecord>> recordOf)
    {
        var random = new PCG(2, 1);
        var people = People.Generate(random, null, out _);
        using var index = PopulationIndex.Build(people);
        using var engine = new Authenticator(index, Today);
        return [.. people.SelectMany(person => recordOf(person).Array[50].Generate(random, null, out _))
            .Select(engine.Authenticate)];
    }

    private static string Verdicts(Comparison result) => Vector.Line(result with { Reasons = Reasons.None }).TrimEnd(',');
}
