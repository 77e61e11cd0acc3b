using System.Runtime.Intrinsics;
using XacThuc.Matching.Blocking;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Matching.Weighing.Levels;

namespace XacThuc.Matching.Weighing.Fitting;

/// <summary>
/// Fits the model to records whose person nobody has told: expectation-maximisation (Dempster, Laird and Rubin 1977; for
/// linkage Winkler 1988) over the candidates of each, of whom at most one is the person.
/// </summary>
internal sealed class ModelFitting(
    PopulationIndex index, Roads roads, Frequencies frequencies, DateOnly today, NameEncoding encoding, int threads)
{
    private const int Rounds = 20;
    private const int KeptCandidates = 12;

    // So many imagined records stand behind the prior, so that levels which the sample hardly shows keep sense.
    private const double PriorWeight = 20;

    private static readonly EvidenceField[] Parts =
        [EvidenceField.FamilyName, EvidenceField.MiddleName, EvidenceField.GivenName];

    public LinkageModel Fit(RecordSample sample)
    {
        // Where there is nobody, nobody is like a record, and nobody can be drawn.
        if (index.Facts.People == 0) return LinkageModel.Prior;
        sample = sample.Thin(SuggestionEngine.SampleSize);
        var chance = MeasureChance(sample);
        var start = new LinkageModel(
            LinkageModel.Prior.Shares, LinkageModel.Prior.Contexts, LinkageModel.Prior.M, LinkageModel.Prior.InRegister, chance);
        if (sample.Count == 0) return start;

        // A first fit tells the search better when to stop looking.
        var model = Iterate(FindCandidates(sample, start, Math.Min(sample.Count, 1000)), start, 5);
        return Iterate(FindCandidates(sample, model, sample.Count), model, Rounds);
    }

    private LinkageModel Iterate(Candidate[][] records, LinkageModel model, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var parts = threads;
            var counts = new Counts[parts];
            EveryCore.Run(parts, part =>
            {
                counts[part] = new Counts();
                for (var i = part; i < records.Length; i += parts)
                {
                    if (records[i].Length == 0) continue;
                    var shares = model.LogShares(records[i][0].Evidence);
                    foreach (ref var candidate in records[i].AsSpan())
                        candidate.LogWeight = model.LogWeight(candidate.Evidence, shares);
                    var nobody = PersonSearch.Spread(records[i], model, frequencies.People);
                    counts[part].Add(records[i], nobody, model, shares);
                }
            });
            model = counts.Aggregate((left, right) => left.Add(right)).ToModel(model.Chance);
        }

        return model;
    }

    private unsafe Candidate[][] FindCandidates(RecordSample sample, LinkageModel model, int count)
    {
        var found = new Candidate[count][];
        var parts = threads;
        EveryCore.Run(parts, part =>
        {
            using var reader = new SoughtReader(index, roads.Words, today, encoding);
            var search = new PersonSearch(index, roads, frequencies, reader, model);
            var record = new SoughtRecord();
            for (var i = part; i < count; i += parts)
            {
                var (text, fields) = sample[i];
                fixed (byte* bytes = text) reader.Read(bytes, fields, record);
                found[i] = search.Seek(record, KeptCandidates).ToArray();
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
        var pairs = new PairComparison(index, frequencies, reader, assumed);
        var record = new SoughtRecord();
        var levels = new long[Evidence.Fields, EvidenceLevels.Most];
        var total = 0L;
        var evidence = default(Evidence);
        for (var i = 0; i < Math.Min(sample.Count, 1000); i++)
        {
            var (text, fields) = sample[i];
            fixed (byte* bytes = text) reader.Read(bytes, fields, record);
            record.Context = RecordContext.Of(record);
            for (var pair = 0; pair < pairsEach; pair++, total++)
            {
                pairs.Compare(record, people.Next(), ref evidence);
                foreach (var field in EvidenceLevels.Fields) levels[(int)field, evidence.LevelOf(field)]++;
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
        private readonly double[][][] _m = Empty(field => EvidenceLevels.ContextsOf(field).Length * EvidenceLevels.Count(field));
        private readonly double[][][] _contexts = Empty(field => EvidenceLevels.ContextsOf(field).Length);
        private readonly double[] _shares = new double[DamageClasses.Count];
        private double _records;
        private double _nobody;

        public void Add(ReadOnlySpan<Candidate> candidates, double nobody, LinkageModel model, Vector256<float> logShares)
        {
            _records++;
            _nobody += nobody;
            foreach (ref readonly var candidate in candidates)
            {
                if (candidate.Probability < 1e-6) continue;
                var classes = model.Classes(candidate.Evidence, logShares);
                for (var damage = 0; damage < DamageClasses.Count; damage++)
                {
                    var part = candidate.Probability * classes[damage];
                    _shares[damage] += part;
                    foreach (var field in EvidenceLevels.Fields)
                    {
                        _m[damage][(int)field][candidate.Evidence.Levels[(int)field]] += part;
                        _contexts[damage][(int)field][candidate.Evidence.ContextOf(field)] += part;
                    }
                }
            }
        }

        public Counts Add(Counts other)
        {
            _records += other._records;
            _nobody += other._nobody;
            for (var damage = 0; damage < DamageClasses.Count; damage++)
            {
                _shares[damage] += other._shares[damage];
                for (var field = 0; field < Evidence.Fields; field++)
                {
                    Add(_m[damage][field], other._m[damage][field]);
                    Add(_contexts[damage][field], other._contexts[damage][field]);
                }
            }

            return this;
        }

        public LinkageModel ToModel(ChanceAgreement chance)
        {
            var prior = LinkageModel.Prior;
            var contexts = Empty(_ => 0);
            var m = Empty(_ => 0);
            for (var damage = 0; damage < DamageClasses.Count; damage++)
            {
                foreach (var field in EvidenceLevels.Fields)
                {
                    contexts[damage][(int)field] = Smooth(_contexts[damage][(int)field], prior.Contexts[damage][(int)field]);
                    m[damage][(int)field] = SmoothLevels(_m[damage][(int)field], prior.M[damage][(int)field], field);
                }
            }

            var inRegister = (_records - _nobody + PriorWeight * prior.InRegister) / (_records + PriorWeight);
            return new LinkageModel(
                Smooth(_shares, prior.Shares), contexts, m, Math.Clamp(inRegister, 0.01, 0.9999), chance);
        }

        private static double[][][] Empty(Func<EvidenceField, int> length) =>
            [.. Enumerable.Range(0, DamageClasses.Count)
                .Select(_ => EvidenceLevels.Fields.Select(field => new double[length(field)]).ToArray())];

        private static void Add(double[] to, double[] from)
        {
            for (var i = 0; i < to.Length; i++) to[i] += from[i];
        }

        private static double[] SmoothLevels(double[] counts, double[] prior, EvidenceField field)
        {
            double[] m = [.. prior];
            var (levels, known) = (EvidenceLevels.Count(field), EvidenceLevels.CountKnown(field));
            for (var start = 0; start < counts.Length; start += levels)
                Smooth(counts[start..(start + known)], prior[start..(start + known)]).CopyTo(m, start);
            return m;
        }

        private static double[] Smooth(double[] counts, double[] prior)
        {
            var total = counts.Sum() + PriorWeight;
            return [.. counts.Select((count, i) => (count + PriorWeight * prior[i]) / total)];
        }
    }
}
