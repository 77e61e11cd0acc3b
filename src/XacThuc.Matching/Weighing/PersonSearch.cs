using XacThuc.Matching.Blocking;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Weighing;

/// <summary>Seeks the person a record is about: finds candidates, weighs them, and stops when no doubt is left. One a thread.</summary>
internal sealed class PersonSearch
{
    // Beyond this certainty the next stage is spared.
    private const double EnoughAfterFirst = 0.9995;
    private const double EnoughAfterSecond = 0.95;

    private readonly CandidateSearch _search;
    private readonly Candidate[] _candidates = new Candidate[CandidateSet.Capacity];
    private readonly double _people;
    private readonly LinkageModel _model;

    public PersonSearch(
        PopulationIndex index, Roads roads, Frequencies frequencies, NameReader words, LinkageModel model)
    {
        _search = new CandidateSearch(index, roads);
        Pairs = new PairComparison(index, frequencies, roads.Words, words, model.Chance);
        _model = model;
        _people = frequencies.People;
    }

    public PairComparison Pairs { get; }

    /// <summary>The candidates, the likeliest first. Valid until the next search.</summary>
    public Span<Candidate> Seek(SoughtRecord record)
    {
        _search.First(record);
        var weighed = Weigh(record, 0);
        if (Best(weighed) < EnoughAfterFirst)
        {
            _search.Second(record);
            weighed = Weigh(record, weighed);
            if (Best(weighed) < EnoughAfterSecond)
            {
                _search.Third(record);
                weighed = Weigh(record, weighed);
            }
        }

        var candidates = _candidates.AsSpan(0, weighed);
        Spread(candidates, _model, _people);
        candidates.Sort((left, right) => left.Probability == right.Probability
            ? left.Place.CompareTo(right.Place)
            : right.Probability.CompareTo(left.Probability));
        return candidates;
    }

    /// <summary>Spreads the probability over all candidates and the chance that the person is none of them.</summary>
    public static double Spread(Span<Candidate> candidates, LinkageModel model, double people)
    {
        var nobody = 1 - model.InRegister;
        var each = model.InRegister / people;
        var sum = nobody;
        foreach (ref var candidate in candidates)
        {
            candidate.Probability = each * Math.Exp(Math.Min(candidate.LogWeight, 200));
            sum += candidate.Probability;
        }

        foreach (ref var candidate in candidates) candidate.Probability /= sum;
        return nobody / sum;
    }

    private int Weigh(SoughtRecord record, int from)
    {
        var found = _search.Found;
        for (var i = from; i < found.Count; i++)
        {
            ref var candidate = ref _candidates[i];
            candidate.Place = found[i];
            Pairs.Compare(record, found[i], ref candidate.Evidence);
            candidate.LogWeight = _model.LogWeight(candidate.Evidence);
        }

        return found.Count;
    }

    private double Best(int count)
    {
        var best = double.NegativeInfinity;
        for (var i = 0; i < count; i++) best = Math.Max(best, _candidates[i].LogWeight);
        if (double.IsNegativeInfinity(best)) return 0;
        var sum = 0.0;
        for (var i = 0; i < count; i++) sum += Math.Exp(_candidates[i].LogWeight - best);
        var nobody = (1 - _model.InRegister) / (_model.InRegister / _people * Math.Exp(Math.Min(best, 200)));
        return 1 / (sum + nobody);
    }
}
