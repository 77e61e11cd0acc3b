namespace XacThuc.Matching.Indexing.Words;

/// <summary>Names of more than four words, or with a word beyond the 65,534 most early ones: sequences of word codes.</summary>
internal sealed class LongNames
{
    private readonly Lock _adding = new();
    private readonly Dictionary<Key, int> _places = [];
    private readonly List<int> _codes = [];
    private readonly List<int> _ends = [];

    public LongNames()
    {
    }

    public LongNames(ReadOnlySpan<int> codes, ReadOnlySpan<int> ends)
    {
        _codes = [.. codes];
        _ends = [.. ends];
        for (var place = 0; place < _ends.Count; place++) _places[new Key(this[place].ToArray())] = place;
    }

    public int Count => _ends.Count;

    public ReadOnlySpan<int> Codes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_codes);

    public ReadOnlySpan<int> Ends => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ends);

    /// <summary>The words of the name at a place.</summary>
    public ReadOnlySpan<int> this[long place]
    {
        get
        {
            var start = place == 0 ? 0 : _ends[(int)place - 1];
            return Codes[start.._ends[(int)place]];
        }
    }

    /// <summary>The place of a name, or -1. Safe only while nobody adds.</summary>
    public int Find(ReadOnlySpan<int> words) => _places.TryGetValue(new Key(words.ToArray()), out var place) ? place : -1;

    public int GetOrAdd(ReadOnlySpan<int> words)
    {
        var key = new Key(words.ToArray());
        lock (_adding)
        {
            if (_places.TryGetValue(key, out var place)) return place;
            place = _ends.Count;
            _codes.AddRange(words);
            _ends.Add(_codes.Count);
            _places[key] = place;
            return place;
        }
    }

    private readonly record struct Key(int[] Words)
    {
        public bool Equals(Key other) => Words.AsSpan().SequenceEqual(other.Words);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var word in Words) hash.Add(word);
            return hash.ToHashCode();
        }
    }
}
