using XacThuc.Matching.Blocking;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Weighing;

/// <summary>
/// Fits the model to records whose person nobody has told: expectation-maximisation (Dempster, Laird and Rubin 1977; for
/// linkage Winkler 1988) over the candidates of each, of whom at most one is the person.
/// </summary>
internal sealed class ModelFitting(
    PopulationIndex index, Roads roads, Frequencies frequencies, DateOnly today, NameEncoding encoding)
{
    private const int Rounds = 25;
    private const int KeptCandidates = 24;

    // So many imagined records stand behind the prior, so that levels which the sample hardly shows keep sense.
    private const double PriorWeight = 20;

    private static readonly EvidenceField[] Parts =
        [EvidenceField.FamilyName, EvidenceField.MiddleName, EvidenceField.GivenName];

    public LinkageModel Fit(RecordSample sample)
    {
        var chance = MeasureChance(sample);
        var start = new LinkageModel(
            LinkageModel.Prior.Shares, LinkageModel.Prior.M, LinkageModel.Prior.InRegister, chance);
        if (sample.Count == 0) return start;

        // A first fit tells the search better when to stop looking.
        var model = Iterate(FindCandidates(sample, start, Math.Min(sample.Count, 2000)), start, 5);
        return Iterate(FindCandidates(sample, model, sample.Count), model, Rounds);
    }

    private LinkageModel Iterate(Candidate[][] records, LinkageModel model, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var parts = Environment.ProcessorCount;
            var counts = new Counts[parts];
            Parallel.For(0, parts, part =>
            {
                counts[part] = new Counts();
                for (var i = part; i < records.Length; i += parts)
                {
                    foreach (ref var candidate in records[i].AsSpan())
                        candidate.LogWeight = model.LogWeight(candidate.Evidence);
                    var nobody = PersonSearch.Spread(records[i], model, frequencies.People);
                    counts[part].Add(records[i], nobody, model);
                }
            });
            model = counts.Aggregate((left, right) => left.Add(right)).ToModel(model.Chance);
        }

        return model;
    }

    private unsafe Candidate[][] FindCandidates(RecordSample sample, LinkageModel model, int count)
    {
        var found = new Candidate[count][];
        var parts = Environment.ProcessorCount;
        Parallel.For(0, parts, part =>
        {
            using var reader = new SoughtReader(index, roads.Words, today, encoding);
            var search = new PersonSearch(index, roads, frequencies, reader.Names, model);
            var record = new SoughtRecord();
            for (var i = part; i < count; i += parts)
            {
                var (text, fields) = sample[i];
                fixed (byte* bytes = text) reader.Read(bytes, fields, record);
                var candidates = search.Seek(record);
                found[i] = candidates[..Math.Min(KeptCandidates, candidates.Length)].ToArray();
            }
        });
        return found;
    }

    // Random pairs: records of the sample with people drawn evenly.
    private unsafe ChanceAgreement MeasureChance(RecordSample sample)
    {
        const int pairsEach = 40;
        var assumed = ChanceAgreement.Assumed;
        var people = new RandomPeople(index);
        var nearNumbers = MeasureNearNumbers(people);
        if (sample.Count == 0) return assumed with { NearNumbers = nearNumbers };

        using var reader = new SoughtReader(index, roads.Words, today, encoding);
        var pairs = new PairComparison(index, frequencies, roads.Words, reader.Names, assumed);
        var record = new SoughtRecord();
        var levels = new long[Evidence.Fields, Evidence.MaxLevels];
        var total = 0L;
        var evidence = default(Evidence);
        for (var i = 0; i < Math.Min(sample.Count, 1000); i++)
        {
            var (text, fields) = sample[i];
            fixed (byte* bytes = text) reader.Read(bytes, fields, record);
            for (var pair = 0; pair < pairsEach; pair++, total++)
            {
                pairs.Compare(record, people.Next(), ref evidence);
                for (var field = 0; field < Evidence.Fields; field++) levels[field, evidence.Levels[field]]++;
            }
        }

        double Share(EvidenceField field, int level) => (levels[(int)field, level] + 0.5) / (total + 1);
        return new ChanceAgreement(
            nearNumbers,
            Share(EvidenceField.Commune, (int)CommuneLevel.Near),
            [.. Parts.Select(part => Share(part, (int)NameLevel.Sound))],
            [.. Parts.Select(part => Share(part, (int)NameLevel.TwoLetters))],
            Share(EvidenceField.MiddleName, (int)NameLevel.OneLetter),
            Math.Max(Share(EvidenceField.GivenName, (int)NameLevel.Moved), Share(EvidenceField.FamilyName, (int)NameLevel.Moved)),
            Share(EvidenceField.MiddleName, (int)NameLevel.Missing));
    }

    private unsafe double MeasureNearNumbers(RandomPeople people)
    {
        const int tries = 4000;
        var hits = 0;
        for (var i = 0; i < tries; i++)
        {
            var id = index.Slots.Pointer[people.Next()].Id;
            var power = (ulong)Math.Pow(10, i % 6);
            var digit = id / power % 10;
            var other = id - digit * power + (digit + 1 + (ulong)i % 9) % 10 * power;
            if (index.Slots.Find(other) >= 0) hits++;
        }

        return (hits + 0.5) / tries;
    }

    private sealed class Counts
    {
        private readonly double[][][] _m = [.. Enumerable.Range(0, DamageClasses.Count)
            .Select(_ => LinkageModel.LevelNames.Select(names => new double[names.Length]).ToArray())];
        private readonly double[] _shares = new double[DamageClasses.Count];
        private double _records;
        private double _nobody;

        public void Add(ReadOnlySpan<Candidate> candidates, double nobody, LinkageModel model)
        {
            _records++;
            _nobody += nobody;
            foreach (ref readonly var candidate in candidates)
            {
                if (candidate.Probability < 1e-6) continue;
                var classes = model.Classes(candidate.Evidence);
                for (var damage = 0; damage < DamageClasses.Count; damage++)
                {
                    var part = candidate.Probability * classes[damage];
                    _shares[damage] += part;
                    for (var field = 0; field < Evidence.Fields; field++)
                        _m[damage][field][candidate.Evidence.Levels[field]] += part;
                }
            }
        }

        public Counts Add(Counts other)
        {
            _records += other._records;
            _nobody += other._nobody;
            for (var damage = 0; damage < _m.Length; damage++)
            {
                _shares[damage] += other._shares[damage];
                for (var field = 0; field < Evidence.Fields; field++)
                    for (var level = 0; level < _m[damage][field].Length; level++)
                        _m[damage][field][level] += other._m[damage][field][level];
            }

            return this;
        }

        public LinkageModel ToModel(ChanceAgreement chance)
        {
            var prior = LinkageModel.Prior;
            var total = _shares.Sum() + PriorWeight;
            var shares = new double[DamageClasses.Count];
            var m = new double[DamageClasses.Count][][];
            for (var damage = 0; damage < m.Length; damage++)
            {
                shares[damage] = (_shares[damage] + PriorWeight * prior.Shares[damage]) / total;
                m[damage] = new double[Evidence.Fields][];
                for (var field = 0; field < Evidence.Fields; field++)
                    m[damage][field] = Smooth(_m[damage][field], prior.M[damage][field], LinkageModel.HasUnknown(field));
            }

            var inRegister = (_records - _nobody + PriorWeight * prior.InRegister) / (_records + PriorWeight);
            return new LinkageModel(shares, m, Math.Clamp(inRegister, 0.01, 0.9999), chance);
        }

        private static double[] Smooth(double[] counts, double[] prior, bool hasUnknown)
        {
            var known = hasUnknown ? counts.Length - 1 : counts.Length;
            var total = counts.Take(known).Sum() + PriorWeight;
            double[] m = [.. prior];
            for (var level = 0; level < known; level++) m[level] = (counts[level] + PriorWeight * prior[level]) / total;
            return m;
        }
    }
}
