using System.Runtime.Intrinsics;
using XacThuc.Matching.Blocking;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Weighing.Fitting;
using XacThuc.Matching.Weighing.Levels;

namespace XacThuc.Matching.Weighing;

/// <summary>Seeks the person a record is about: finds candidates, weighs them, and stops when no doubt is left. One a thread.</summary>
internal sealed class PersonSearch
{
    // Beyond this certainty the next stage is spared.
    private const double EnoughAfterFirst = 0.9995;
    private const double EnoughAfterSecond = 0.99;

    private readonly CandidateSearch _search;
    private readonly Candidate[] _candidates = new Candidate[CandidateSet.Capacity];
    private readonly double _people;
    private readonly PopulationIndex _index;
    private readonly LinkageModel _model;
    private Vector256<float> _logShares;

    public PersonSearch(
        PopulationIndex index, Roads roads, Frequencies frequencies, SoughtReader reader, LinkageModel model)
    {
        _search = new CandidateSearch(index, roads);
        Pairs = new PairComparison(index, frequencies, reader, model.Chance);
        _model = model;
        _people = frequencies.People;
        _index = index;
    }

    public PairComparison Pairs { get; }

    /// <summary>The chance, as the candidates' weights are, of people whom the last search could not find.</summary>
    public double Hidden { get; private set; }

    /// <summary>All candidates of the last search. Valid until the next search.</summary>
    public Span<Candidate> All => _candidates.AsSpan(0, _search.Found.Count);

    /// <summary>The chance, as the candidates' weights are, that the person of the last search was not found.</summary>
    public double Nobody => _model.Nobody(Hidden);

    /// <summary>The chance of a candidate beside that of nobody.</summary>
    public double ChanceOf(in Candidate candidate) => _model.ChanceOf(candidate.LogWeight, _people);

    /// <summary>The likeliest candidates, the likeliest first. Valid until the next search.</summary>
    /// <param name="record">The record.</param>
    /// <param name="most">The most that are wanted.</param>
    public Span<Candidate> Seek(SoughtRecord record, int most)
    {
        _search.First(record);
        var weighed = Weigh(record, 0);
        if (weighed > 0 && IsStrained(_candidates[Best(weighed)].Evidence))
        {
            _search.Household(record);
            weighed = Weigh(record, weighed);
        }

        if (!IsClear(weighed, EnoughAfterFirst, pillars: 2))
        {
            _search.Second(record);
            weighed = Weigh(record, weighed);
            if (!IsClear(weighed, EnoughAfterSecond, pillars: 1))
            {
                _search.Third(record);
                weighed = Weigh(record, weighed);
            }
        }

        var candidates = _candidates.AsSpan(0, weighed);
        Hidden = HiddenRelatives(record, candidates);
        var nobody = Spread(candidates, _model, _people, Hidden);
        foreach (ref var candidate in candidates) candidate.Probability = Caution.Shown(candidate.Probability, nobody);
        most = Math.Min(most, candidates.Length);
        PutFirst(candidates, most);
        return candidates[..most];
    }

    /// <summary>Puts the likeliest first: few are wanted of many, and picked one by one. Of equals the smaller number stands first.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="most">So many are wanted; not more than there are.</param>
    public void PutFirst(Span<Candidate> candidates, int most)
    {
        for (var rank = 0; rank < most; rank++)
        {
            var best = rank;
            for (var i = rank + 1; i < candidates.Length; i++)
                if (IsBefore(candidates[i], candidates[best])) best = i;
            (candidates[rank], candidates[best]) = (candidates[best], candidates[rank]);
        }
    }

    private unsafe bool IsBefore(in Candidate left, in Candidate right) => left.Probability != right.Probability
        ? left.Probability > right.Probability
        : _index.Slots.Pointer[left.Place].Id < _index.Slots.Pointer[right.Place].Id;

    /// <summary>Spreads the probability over all candidates and the chance that the person is none of them.</summary>
    /// <param name="candidates">Receive their probabilities.</param>
    /// <param name="model">The model.</param>
    /// <param name="people">How many people the register has.</param>
    /// <param name="hidden">The chance, as the candidates' weights are, of people who were not found.</param>
    public static double Spread(Span<Candidate> candidates, LinkageModel model, double people, double hidden = 0)
    {
        var nobody = model.Nobody(hidden);
        var sum = nobody;
        foreach (ref var candidate in candidates)
        {
            candidate.Probability = model.ChanceOf(candidate.LogWeight, people);
            sum += candidate.Probability;
        }

        foreach (ref var candidate in candidates) candidate.Probability /= sum;
        return nobody / sum;
    }

    // A number may be a relative's, and a name so damaged that no road leads from it into the household of the number's
    // owner. All of them together weigh as much as one person whose number is a relative's, by chance as rare as the owner.
    private double HiddenRelatives(SoughtRecord record, ReadOnlySpan<Candidate> candidates)
    {
        if (record.Owner < 0) return 0;
        foreach (ref readonly var candidate in candidates)
        {
            if (candidate.Place != record.Owner) continue;
            if (candidate.Evidence.LevelOf(EvidenceField.GivenName) < (int)NameLevel.OneLetter) return 0;
            var evidence = candidate.Evidence;
            evidence.Put(EvidenceField.Number, (int)NumberLevel.Relative);
            evidence.Set(EvidenceField.GivenName, record.Context, (int)NameLevel.Different, 1);
            if (evidence.LevelOf(EvidenceField.Date) != (int)DateLevel.Unknown)
                evidence.Set(EvidenceField.Date, record.Context, (int)DateLevel.Different, 1);
            if (evidence.LevelOf(EvidenceField.Sex) != (int)SexLevel.Unknown)
                evidence.Set(EvidenceField.Sex, record.Context, (int)SexLevel.Same, 0.5);
            return Math.Exp(Math.Min(_model.LogWeight(evidence, _logShares), 200)) / _people;
        }

        return 0;
    }

    private int Weigh(SoughtRecord record, int from)
    {
        var found = _search.Found;
        for (var i = from; i < found.Count; i++) _index.Prefetch(found[i]);
        for (var i = from; i < found.Count; i++)
        {
            ref var candidate = ref _candidates[i];
            candidate.Place = found[i];
            Pairs.Compare(record, found[i], ref candidate.Evidence);
            if (i == 0) _logShares = _model.LogShares(candidate.Evidence);
            candidate.LogWeight = _model.LogWeight(candidate.Evidence, _logShares);
        }

        return found.Count;
    }

    // A candidate leaves no doubt when it is all but certain among those found, and enough of number, name and date are
    // the same that nobody who was not found could be likelier.
    private bool IsClear(int count, double enough, int pillars)
    {
        if (count == 0) return false;
        var best = Best(count);
        if (Pillars(_candidates[best].Evidence) < pillars) return false;

        var sum = 0.0;
        for (var i = 0; i < count; i++) sum += Math.Exp(_candidates[i].LogWeight - _candidates[best].LogWeight);
        var nobody = _model.Nobody(hidden: 0) / ChanceOf(_candidates[best]);
        return 1 / (sum + nobody) >= enough;
    }

    private int Best(int count)
    {
        var best = 0;
        for (var i = 1; i < count; i++)
            if (_candidates[i].LogWeight > _candidates[best].LogWeight) best = i;
        return best;
    }

    // Who has the number but another given name, or quite another date, or neither the date nor quite the name or the sex,
    // may be a relative.
    private static bool IsStrained(in Evidence evidence)
    {
        if (evidence.LevelOf(EvidenceField.Number) > (int)NumberLevel.SameOld) return false;
        var given = evidence.LevelOf(EvidenceField.GivenName);
        var date = (DateLevel)evidence.LevelOf(EvidenceField.Date);
        return given >= (int)NameLevel.TwoLetters || date is DateLevel.YearOther or DateLevel.Different ||
            date != DateLevel.Same &&
            (given == (int)NameLevel.OneLetter || evidence.LevelOf(EvidenceField.Sex) == (int)SexLevel.Different);
    }

    // A year alone is shared by too many to be one.
    private static int Pillars(in Evidence evidence)
    {
        var number = evidence.LevelOf(EvidenceField.Number) <= (int)NumberLevel.SameOld;
        var date = evidence.LevelOf(EvidenceField.Date) == (int)DateLevel.Same &&
            evidence.ContextOf(EvidenceField.Date) != (int)DateContext.Partial;
        var name = Math.Max(
            evidence.LevelOf(EvidenceField.GivenName),
            Math.Max(evidence.LevelOf(EvidenceField.MiddleName), evidence.LevelOf(EvidenceField.FamilyName)));
        return (number ? 1 : 0) + (date ? 1 : 0) + (name <= (int)NameLevel.Marks ? 1 : 0);
    }
}
