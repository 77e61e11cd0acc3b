namespace XacThuc.Cli.Sample;

/// <summary>A stream of random numbers from a seed and a place (SplitMix64): any block can be made by itself.</summary>
internal struct Dice(ulong seed, ulong place)
{
    private ulong _state = Mix(seed * 0x9E3779B97F4A7C15 + Mix(place + 0x632BE59BD9B4E019));

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>A number from 0 below <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);

    public long Below(long limit) => (long)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>Whether what has this chance happens.</summary>
    public bool Chance(double chance) => (Next() >> 11) * (1.0 / (1UL << 53)) < chance;

    public static ulong Mix(ulong value)
    {
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
        value = (value ^ value >> 27) * 0x94D049BB133111EB;
        return value ^ value >> 31;
    }
}
