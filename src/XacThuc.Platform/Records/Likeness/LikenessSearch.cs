using System.Globalization;
using XacThuc.Matching;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Weighing;

namespace XacThuc.Platform.Records.Likeness;

/// <summary>Somebody among whom is sought.</summary>
/// <param name="Item">What the caller knows them by.</param>
/// <param name="Written">The four fields and the commune.</param>
/// <param name="Digits">The number as read.</param>
/// <param name="BornOn">The date of birth as read, packed.</param>
internal sealed record Likened<T>(T Item, WrittenRecord Written, string Digits, int BornOn)
{
    /// <summary>The name as read, where namesakes are to be found too.</summary>
    public string Name { get; init; } = "";

    // The index finds people by a number of twelve digits: who has none gets one that no province gives.
    private const long StandIn = 999_000_000_000;

    internal WrittenPerson ToPerson(int place) => new(
        Digits.Length == 12 ? Digits : $"{StandIn + place + 1}", Digits.Length == 9 ? Digits : "", Written.FullName, Written.Sex,
        BornOn == 0 ? "" : PartialDate.FromPacked((uint)BornOn).InFull(), Written.CommuneCode);

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Likened<>);
}

/// <summary>
/// The linkage engine over a few thousand of our own entries instead of the register: who of them may be the person that
/// somebody wrote down. It finds; people decide.
/// </summary>
internal sealed class LikenessSearch<T> : IDisposable
{
    // Below, two people are likelier than one.
    private const double LeastShown = 0.5;
    private const int Day = 31;

    private readonly ILookup<(string Name, int BornOn), T> _namesakes;
    private readonly Dictionary<ulong, List<T>> _places = [];
    private readonly PopulationIndex _index;
    private readonly Suggester _suggester;

    public LikenessSearch(IReadOnlyList<Likened<T>> entries, DateOnly today)
    {
        var people = new List<WrittenPerson>(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            var person = entries[i].ToPerson(i);
            people.Add(person);
            var id = ulong.Parse(person.PersonalId, CultureInfo.InvariantCulture);
            if (!_places.TryGetValue(id, out var there)) _places[id] = there = [];
            there.Add(entries[i].Item);
        }

        _namesakes = entries.Where(entry => entry.Name.Length > 0 && (entry.BornOn & Day) != 0).ToLookup(entry => (entry.Name, entry.BornOn), entry => entry.Item);
        _index = PopulationIndex.Build(people);
        _suggester = new SuggestionEngine(_index, today).NewSuggester();
    }

    /// <summary>Those who are likelier the same person than not, the likeliest first, each with how probable it is.</summary>
    public IEnumerable<(T Item, double Probability)> Find(WrittenRecord written, int most)
    {
        foreach (var explanation in _suggester.Explain(written, most))
        {
            var probability = 1 / (1 + Math.Pow(2, -explanation.Total));
            if (probability < LeastShown) continue;
            foreach (var item in _places[explanation.Suggestion.Person.Value]) yield return (item, probability);
        }
    }

    /// <summary>
    /// The same, and whoever has the same name and full date of birth: among a few people the engine cannot tell what is rare.
    /// </summary>
    public List<(T Item, double Probability)> FindWithNamesakes(Likened<T> sought, int most)
    {
        var found = Find(sought.Written, most).ToList();
        found.AddRange(_namesakes[(sought.Name, sought.BornOn)].Except(found.Select(other => other.Item)).Select(item => (item, LeastShown)).ToList());
        return found;
    }

    public void Dispose()
    {
        _suggester.Dispose();
        _index.Dispose();
    }
}
