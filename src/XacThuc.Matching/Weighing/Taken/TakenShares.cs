using XacThuc.Matching.Indexing;

namespace XacThuc.Matching.Weighing.Taken;

/// <summary>Of each commune, the share of people whom records of a file are about.</summary>
internal sealed unsafe class TakenShares
{
    /// <summary>Codes of communes are below this.</summary>
    public const int Communes = 1 << 17;

    /// <summary>A commune where everybody has a record tells them apart no better than this.</summary>
    public const double Most = 0.98;

    private readonly PopulationIndex _index;
    private readonly float[] _shares = new float[Communes];

    /// <param name="index">The register.</param>
    /// <param name="isTaken">Whether a record is about the person of a slot.</param>
    public TakenShares(PopulationIndex index, Func<long, bool> isTaken)
    {
        _index = index;
        var (people, taken) = (new int[Communes], new int[Communes]);
        // A sample of a million tells shares as well as everybody.
        var step = Math.Max(1, index.Facts.People / 1_000_000);
        for (long place = 0; place < index.Slots.Length; place += step)
        {
            if (index.Slots.Pointer[place].IsEmpty) continue;
            var commune = index.Extras[place].Commune;
            people[commune]++;
            if (isTaken(place)) taken[commune]++;
        }

        var all = taken.Sum(count => (double)count) / Math.Max(1, people.Sum(count => (double)count));
        for (var commune = 0; commune < Communes; commune++)
            _shares[commune] = (float)Math.Min(Most, (taken[commune] + all) / (people[commune] + 1));
    }

    /// <summary>The share of a commune.</summary>
    public double this[int commune] => _shares[commune];

    /// <summary>The share of the commune of the person of a slot.</summary>
    public double Around(long place) => _shares[_index.Extras[place].Commune];
}
