using CsCheck;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Overlaid;
using Xunit;

namespace XacThuc.Matching.Tests.Contract;

public sealed class OverlayTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Effort.Of(24))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_packed_register_and_its_changes_answer_as_the_register_packed_anew(int seed)
    {
        var random = new PCG(2, (ulong)seed);
        var packed = Registers.People.Generate(random, null, out _);
        var others = Registers.People.Generate(random, null, out _);
        var changed = Ids(packed).Concat(Ids(others)).Where(_ => random.Next(3) == 0).ToHashSet(StringComparer.Ordinal);
        var current = others.Where(person => changed.Contains(person.PersonalId)).ToArray();
        WrittenPerson[] merged = [.. packed.Where(person => !changed.Contains(person.PersonalId)), .. current];
        var records = Registers.RecordOf([.. packed, .. others]).Array[Effort.Of(2000)].Generate(random, null, out _);
        using var whole = PopulationIndex.Build(merged);
        using var packedIndex = PopulationIndex.Build(packed);
        using var overlay = new PopulationOverlay(current, Gone(changed, current));
        using var due = new Authenticator(whole, Today);
        using var came = new OverlaidAuthenticator(packedIndex, Today);
        came.Use(overlay);

        var differing = records.Where(record => due.Authenticate(record) != came.Authenticate(record))
            .Select(record => $"{record.FullName}|{record.IdNumber}: due {Vector.Line(due.Authenticate(record))} came {Vector.Line(came.Authenticate(record))}")
            .Take(5);

        Assert.Equal("", string.Join('\n', differing));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_changes_it_answers_as_the_packed_register(int seed)
    {
        var random = new PCG(3, (ulong)seed);
        var people = Registers.People.Generate(random, null, out _);
        var records = Registers.RecordOf(people).Array[Effort.Of(500)].Generate(random, null, out _);
        using var index = PopulationIndex.Build(people);
        using var empty = new PopulationOverlay([], []);
        using var due = new Authenticator(index, Today);
        using var came = new OverlaidAuthenticator(index, Today);

        came.Use(empty);
        var withEmpty = records.Select(came.Authenticate).ToArray();
        came.Use(null);
        var without = records.Select(came.Authenticate).ToArray();

        Assert.Equal(records.Select(due.Authenticate), withEmpty);
        Assert.Equal(withEmpty, without);
    }

    private static IEnumerable<string> Ids(WrittenPerson[] people) =>
        people.Select(person => person.PersonalId).Distinct(StringComparer.Ordinal);

    private static IEnumerable<PersonalId> Gone(HashSet<string> changed, WrittenPerson[] current) =>
        changed.Except(Ids(current), StringComparer.Ordinal)
            .Where(id => PersonalId.TryParse(System.Text.Encoding.UTF8.GetBytes(id), out _))
            .Select(id => new PersonalId(ulong.Parse(id, System.Globalization.CultureInfo.InvariantCulture)));
}
