using XacThuc.Matching.Indexing;
using XacThuc.Matching.Weighing.Fitting;

namespace XacThuc.Matching.Weighing.Taken;

/// <summary>
/// How often people who have a right record are meant by one that is not: of those of whom it is certain, how many have one,
/// beside how many would by the share of their commune.
/// </summary>
internal static class MeantAgain
{
    private const int MostRecords = 4_000;

    // So many imagined records by chance stand behind it: a small file says little.
    private const double Imagined = 20;

    public static unsafe double Measure(SuggestionEngine engine, PeopleSet right, RecordSample sample)
    {
        sample = sample.Thin(MostRecords);
        var shares = new TakenShares(engine.Index, right.Has);
        var parts = Environment.ProcessorCount;
        var (again, byChance, known) = (new long[parts], new double[parts], new long[parts]);
        EveryCore.Run(parts, part =>
        {
            using var suggester = engine.NewSuggester();
            for (var i = part; i < sample.Count; i += parts)
            {
                var (text, fields) = sample[i];
                fixed (byte* bytes = text)
                {
                    var likeliest = suggester.Seek(bytes, fields, 1);
                    if (likeliest.IsEmpty || !Caution.IsSure(likeliest[0].Probability)) continue;
                    known[part]++;
                    byChance[part] += shares.Around(likeliest[0].Place);
                    if (right.Has(likeliest[0].Place)) again[part]++;
                }
            }
        });
        var expected = byChance.Sum();
        var imagined = Imagined * (expected + 1e-3) / Math.Max(1, known.Sum());
        return (again.Sum() + imagined) / (expected + imagined);
    }
}
