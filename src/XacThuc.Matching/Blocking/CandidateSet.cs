namespace XacThuc.Matching.Blocking;

/// <summary>The places of candidates found so far, each once, in the order of finding; none beyond the slots there are.</summary>
internal sealed class CandidateSet(long slots)
{
    /// <summary>So many at most are looked at for one record.</summary>
    public const int Capacity = 256;

    private const int Buckets = 1024;

    private readonly long[] _places = new long[Capacity];
    private readonly short[] _byHash = new short[Buckets];

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    public long this[int i] => _places[i];

    public void Clear()
    {
        if (Count == 0) return;
        Array.Clear(_byHash);
        Count = 0;
    }

    public void Add(long place)
    {
        if (IsFull || (ulong)place >= (ulong)slots) return;
        var at = Hash(place);
        for (; _byHash[at] != 0; at = (at + 1) & (Buckets - 1))
            if (_places[_byHash[at] - 1] == place) return;
        _places[Count] = place;
        _byHash[at] = (short)++Count;
    }

    private static int Hash(long place) => (int)((ulong)place * 0x9E3779B97F4A7C15 >> 54);
}
