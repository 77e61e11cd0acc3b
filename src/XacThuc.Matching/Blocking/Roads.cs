using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Words;

namespace XacThuc.Matching.Blocking;

/// <summary>All roads over one register.</summary>
internal sealed unsafe class Roads : IDisposable
{
    private readonly Road[] _roads;
    private readonly IDisposable[] _owned;

    public Roads(Road[] roads, WordTable table, WordKeys words, IDisposable[] owned)
    {
        _roads = roads;
        Words = words;
        NearWords = new NearWords(table, words);
        _owned = owned;
    }

    public static RoadKind[] Kinds { get; } = Enum.GetValues<RoadKind>();

    public WordKeys Words { get; }

    public NearWords NearWords { get; }

    public Road this[RoadKind kind] => _roads[(int)kind];

    /// <summary>Builds all roads, one after the other, on all cores.</summary>
    public static Roads Build(PopulationIndex index)
    {
        var words = new WordKeys(index.Words);
        var owned = new List<IDisposable>();
        var roads = new Road[Kinds.Length];
        foreach (var kind in Kinds) roads[(int)kind] = RoadBuilder.Build(index, words, kind, owned);
        return new Roads(roads, index.Words, words, [.. owned]);
    }

    public void Dispose()
    {
        foreach (var owned in _owned) owned.Dispose();
    }
}
