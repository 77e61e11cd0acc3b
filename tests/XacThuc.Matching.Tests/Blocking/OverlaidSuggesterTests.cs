using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Overlaid;
using XacThuc.Matching.Weighing;
using Xunit;

namespace XacThuc.Matching.Tests.Blocking;

public sealed class OverlaidSuggesterTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly string[] Family = ["Nguyễn", "Hoàng", "Nông", "Lý", "Sầm", "Vi", "Đặng", "Bế"];
    private static readonly string[] Given = ["An", "Bình", "Hoà", "Lan", "Mạnh", "Quý", "Thuỷ", "Yến", "Đức", "Giang", "Thắng"];

    [Fact]
    public void Who_changed_is_suggested_as_now_and_once_and_as_surely_as_from_a_register_packed_anew()
    {
        var people = Enumerable.Range(0, 4000).Select(Person).ToArray();
        var changed = people.Take(40).Select(person => person with { FullName = "Triệu Páo " + person.FullName.Split(' ')[^1] }).ToArray();
        using var packed = PopulationIndex.Build(people);
        using var anew = PopulationIndex.Build([.. changed, .. people.Skip(40)]);
        using var overlay = new PopulationOverlay(changed, []);
        using var both = new OverlaidSuggester(new SuggestionEngine(packed, Today), overlay);
        using var whole = new SuggestionEngine(anew, Today).NewSuggester();

        for (var i = 0; i < 80; i++)
        {
            var person = i < 40 ? changed[i] : people[i];
            var record = new WrittenRecord(person.FullName, person.Sex, person.DateOfBirth, Slipped(person.PersonalId));
            var came = both.Explain(record, 5);
            var due = whole.Explain(record, 5);

            Assert.Equal(person.PersonalId, came[0].Suggestion.Person.InFull());
            Assert.Single(came, explained => explained.Suggestion.Person == came[0].Suggestion.Person);
            Assert.Equal(due[0].Person, came[0].Person);
            Assert.Equal(due[0].Suggestion.Probability, came[0].Suggestion.Probability, 0.01);
        }
    }

    [Fact]
    public void Who_is_gone_is_suggested_no_more()
    {
        var people = Enumerable.Range(0, 1000).Select(Person).ToArray();
        using var packed = PopulationIndex.Build(people);
        using var overlay = new PopulationOverlay([], [new PersonalId(ulong.Parse(people[7].PersonalId, System.Globalization.CultureInfo.InvariantCulture))]);
        using var both = new OverlaidSuggester(new SuggestionEngine(packed, Today), overlay);

        var suggested = both.Explain(new WrittenRecord(people[7].FullName, people[7].Sex, people[7].DateOfBirth, Slipped(people[7].PersonalId)), 5);

        Assert.DoesNotContain(suggested, explained => explained.Suggestion.Person.InFull() == people[7].PersonalId);
    }

    private static WrittenPerson Person(int number) => new(
        $"020{number % 2}{50 + number % 50:00}{number * 37:000000}", "",
        $"{Family[number % Family.Length]} Văn {Given[number / 8 % Given.Length]}", number % 2 == 0 ? "Nam" : "Nữ",
        $"19{50 + number % 50}-{1 + number / 50 % 12:00}-{1 + number % 28:00}", "06226");

    private static string Slipped(string id) => id[..11] + (char)('0' + (id[11] - '0' + 5) % 10);
}
