using CsCheck;
using XacThuc.Cli.Report;
using XacThuc.Matching;
using Xunit;

namespace XacThuc.Cli.Tests.Report;

public sealed class RunTallyTests
{
    private static readonly Gen<(Comparison Comparison, int Commune)> Row =
        from status in Gen.Enum<RecordStatus>()
        from verdicts in Gen.Enum<FieldVerdict>().Array[4]
        from first in Gen.Enum<Reason>()
        from second in Gen.Enum<Reason>()
        from commune in Gen.Int[0, 5]
        select (new Comparison(status, verdicts[0], verdicts[1], verdicts[2], verdicts[3], Reasons.Of(first) | second), commune);

    [Fact]
    public void Every_record_is_counted_once_under_its_status_its_verdicts_its_reasons_and_its_commune()
    {
        Row.Array.Sample(rows =>
        {
            var counts = Counted(rows);

            Assert.Equal(rows.Length, counts.Total);
            foreach (var status in Enum.GetValues<RecordStatus>())
                Assert.Equal(rows.Count(row => row.Comparison.Status == status), counts[status]);
            foreach (var verdict in Enum.GetValues<FieldVerdict>())
            {
                Assert.Equal(rows.Count(row => row.Comparison.Name == verdict), counts[MandatoryField.Name, verdict]);
                Assert.Equal(rows.Count(row => row.Comparison.Sex == verdict), counts[MandatoryField.Sex, verdict]);
                Assert.Equal(rows.Count(row => row.Comparison.DateOfBirth == verdict), counts[MandatoryField.DateOfBirth, verdict]);
                Assert.Equal(rows.Count(row => row.Comparison.Number == verdict), counts[MandatoryField.Number, verdict]);
            }

            foreach (var reason in Enum.GetValues<Reason>())
                Assert.Equal(rows.Count(row => row.Comparison.Reasons.Contains(reason)), counts[reason]);
            Assert.Equal(
                rows.GroupBy(row => row.Commune).OrderBy(group => group.Key).Select(group => OfCommune(group.Key, group)),
                counts.Communes);
        });
    }

    [Fact]
    public void Merged_tallies_count_as_if_one_worker_had_seen_all()
    {
        Gen.Select(Row.Array, Row.Array).Sample((mine, yours) =>
        {
            var merged = Counted(mine);
            merged.Merge(Counted(yours));

            var together = Counted([.. mine, .. yours]);
            Assert.Equal(together.Total, merged.Total);
            Assert.Equal(together.Communes, merged.Communes);
            Assert.All(Enum.GetValues<Reason>(), reason => Assert.Equal(together[reason], merged[reason]));
        });
    }

    [Fact]
    public void Counting_allocates_nothing_once_the_communes_are_known()
    {
        var counts = new RunTally();
        var rows = Row.Array[500].Single();
        foreach (var (comparison, commune) in rows) counts.Add(comparison, commune);
        var before = GC.GetAllocatedBytesForCurrentThread();

        foreach (var (comparison, commune) in rows) counts.Add(comparison, commune);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(1.0, "From99")]
    [InlineData(0.99, "From99")]
    [InlineData(0.989999, "From90")]
    [InlineData(0.9, "From90")]
    [InlineData(0.5, "From50")]
    [InlineData(0.499, "Below50")]
    [InlineData(double.NaN, "Below50")]
    public void A_suggestion_is_counted_in_the_band_of_its_probability(double probability, string band)
    {
        var counts = new RunTally();

        counts.AddSuggested(probability);

        Assert.Equal(1, counts[Enum.Parse<SuggestionBand>(band)]);
    }

    private static RunTally Counted((Comparison Comparison, int Commune)[] rows)
    {
        var counts = new RunTally();
        foreach (var (comparison, commune) in rows) counts.Add(comparison, commune);
        return counts;
    }

    private static CommuneCount OfCommune(int code, IEnumerable<(Comparison Comparison, int Commune)> rows)
    {
        var byStatus = rows.ToLookup(row => row.Comparison.Status);
        return new(
            code, byStatus[RecordStatus.Matched].Count(), byStatus[RecordStatus.Mismatched].Count(),
            byStatus[RecordStatus.Unauthenticated].Count(), byStatus[RecordStatus.Invalid].Count());
    }
}
