namespace XacThuc.Matching.Indexing;

/// <summary>Some of the people of a register, a bit for each. Any number of threads may add and ask.</summary>
public sealed class PeopleSet
{
    private const int Bits = 64;

    private readonly ulong[] _words;

    /// <summary>Nobody of a register yet.</summary>
    public PeopleSet(PopulationIndex index) => _words = new ulong[index.Slots.Length / Bits + 1];

    /// <summary>Adds the person of a slot.</summary>
    internal void Add(long place)
    {
        ref var word = ref _words[place / Bits];
        var bit = 1UL << (int)(place % Bits);
        if ((Volatile.Read(ref word) & bit) == 0) Interlocked.Or(ref word, bit);
    }

    /// <summary>Whether the person of a slot is among them.</summary>
    internal bool Has(long place) => (_words[place / Bits] >> (int)(place % Bits) & 1) != 0;
}
