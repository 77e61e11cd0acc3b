using System.Collections.Concurrent;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Weighing.Fitting;

namespace XacThuc.Matching.Weighing.Taken;

/// <summary>
/// What the other records of a file say of whom a record is about. Most people have one record: whoever is right in one, or
/// all but certainly meant by one, is less likely to be meant by another. Records in doubt are therefore kept open until all
/// have been sought, and then weighed once more. Any thread may ask; <see cref="Settle"/> comes last.
/// </summary>
public sealed class OtherRecords
{
    private const int Rounds = 3;

    // Where people are meant again nearly as often as chance has it, the others tell nothing that is worth waiting for.
    private const double TellingAgain = 0.7;

    private readonly PopulationIndex _index;
    private readonly PeopleSet _right;
    private readonly PeopleSet _sought;
    private readonly SuggestionEngine _engine;

    /// <summary>Begins with the records that are right, and learns from some that are not how often people are meant again.</summary>
    /// <param name="engine">What suggests; with its model.</param>
    /// <param name="right">The people of the records that are right.</param>
    /// <param name="sample">Records that are not right.</param>
    public OtherRecords(SuggestionEngine engine, PeopleSet right, RecordSample sample)
    {
        (_engine, _index, _right, _sought) = (engine, engine.Index, right, new PeopleSet(engine.Index));
        Again = MeantAgain.Measure(engine, right, sample);
    }

    /// <summary>
    /// How often a person whom a right record is about is meant by one that is not, beside chance: 1 where records do not
    /// regard each other, 0 where everybody has one record.
    /// </summary>
    public double Again { get; }

    /// <summary>Hears of the likeliest person of a record, as the record alone says.</summary>
    /// <returns>Whether the record is settled by itself; otherwise it stays open.</returns>
    internal bool Hear(in Candidate likeliest)
    {
        if (Again >= TellingAgain) return true;
        if (!Caution.StaysSure(likeliest.Probability, _right.Has(likeliest.Place) ? Again : 1)) return false;
        _sought.Add(likeliest.Place);
        return true;
    }

    /// <summary>Weighs the records in doubt by what all others say, until nobody more becomes certain.</summary>
    public void Settle(IReadOnlyList<OpenRecord> open)
    {
        if (open.Count == 0) return;
        for (var round = 0; round < Rounds; round++)
        {
            var weights = new TakenWeights(_index, place => _right.Has(place) || _sought.Has(place), Again);
            var settled = new ConcurrentBag<long>();
            EveryCore.Run(Environment.ProcessorCount, part =>
            {
                for (var i = part; i < open.Count; i += Environment.ProcessorCount)
                {
                    if (open[i].IsSettled) continue;
                    Weigh(open[i], weights);
                    var likeliest = open[i].Candidates[0];
                    if (!Caution.IsSure(likeliest.Probability)) continue;
                    open[i].IsSettled = true;
                    settled.Add(likeliest.Place);
                }
            });
            if (settled.IsEmpty) return;
            foreach (var place in settled) _sought.Add(place);
        }
    }

    private void Weigh(OpenRecord record, TakenWeights weights)
    {
        var sum = record.Nobody;
        foreach (ref var candidate in record.Candidates.AsSpan())
        {
            candidate.Probability = _engine.Model.ChanceOf(candidate.LogWeight + weights.LogWeight(candidate.Place), _engine.People);
            sum += candidate.Probability;
        }

        var nobody = record.Nobody / sum;
        foreach (ref var candidate in record.Candidates.AsSpan()) candidate.Probability = Caution.Shown(candidate.Probability / sum, nobody);
        record.Candidates.AsSpan().Sort(static (left, right) => left.Probability != right.Probability
            ? right.Probability.CompareTo(left.Probability)
            : left.Person.Value.CompareTo(right.Person.Value));
    }
}
