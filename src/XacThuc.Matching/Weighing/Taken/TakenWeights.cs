using XacThuc.Matching.Indexing;

namespace XacThuc.Matching.Weighing.Taken;

/// <summary>
/// What it says for or against a person that another record is about them. Where people are drawn for records without
/// regard to who has one, it says nothing; where each person has one record, it speaks against them.
/// </summary>
internal sealed unsafe class TakenWeights
{
    private readonly PopulationIndex _index;
    private readonly Func<long, bool> _isTaken;

    // By commune, natural logarithms.
    private readonly float[] _taken = new float[TakenShares.Communes];
    private readonly float[] _left = new float[TakenShares.Communes];

    /// <param name="index">The register.</param>
    /// <param name="isTaken">Whether another record is about the person of a slot.</param>
    /// <param name="again">How often a person who is taken is meant once more, beside chance (<see cref="MeantAgain"/>).</param>
    public TakenWeights(PopulationIndex index, Func<long, bool> isTaken, double again)
    {
        (_index, _isTaken) = (index, isTaken);
        var shares = new TakenShares(index, isTaken);
        for (var commune = 0; commune < TakenShares.Communes; commune++)
        {
            // No more can be meant once more than there are.
            var here = Math.Min(again, TakenShares.Most / shares[commune]);
            _taken[commune] = (float)Math.Log(here);
            _left[commune] = (float)Math.Log((1 - here * shares[commune]) / (1 - shares[commune]));
        }
    }

    /// <summary>The logarithm of how much likelier a record is about the person of a slot, for what is known of the other records.</summary>
    public float LogWeight(long place) => (_isTaken(place) ? _taken : _left)[_index.Extras[place].Commune];
}
