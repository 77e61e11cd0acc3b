using System.Numerics;
using System.Runtime.Intrinsics.X86;
using XacThuc.Matching;

namespace XacThuc.Cli.Report;

/// <summary>
/// Counts what a run comes to. Each worker owns one and makes it on its own thread; they are merged when all are done.
/// Adding allocates only when a commune is seen for the first time.
/// </summary>
internal sealed class RunTally
{
    /// <summary>The commune of a record that names none: no official code is 0.</summary>
    public const int NoCommune = 0;

    public const int Statuses = 4, Verdicts = 5, Fields = 4;

    // One array, with a cache line spared at both ends: two workers never write to the same line.
    private const int Spared = 8;
    private const int FieldsAt = Spared + Statuses;
    private const int ReasonsAt = FieldsAt + Fields * Verdicts;
    private const int BandsAt = ReasonsAt + 64;
    private const int End = BandsAt + 5 + Spared;
    private const int Codes = 100_000;

    private readonly long[] _counts = new long[End];
    // A count a status for each code of five digits.
    private readonly long[] _byCommune = new long[Codes * Statuses];

    public long Total
    {
        get
        {
            var total = 0L;
            for (var status = 0; status < Statuses; status++) total += _counts[Spared + status];
            return total;
        }
    }

    public long this[RecordStatus status] => _counts[Spared + (int)status];

    public long this[MandatoryField field, FieldVerdict verdict] => _counts[FieldsAt + (int)field * Verdicts + (int)verdict];

    public long this[Reason reason] => _counts[ReasonsAt + (int)reason];

    public long this[SuggestionBand band] => _counts[BandsAt + (int)band];

    /// <summary>The communes of the records, by code; <see cref="NoCommune"/> first when there is one.</summary>
    public IEnumerable<CommuneCount> Communes
    {
        get
        {
            for (var code = 0; code < Codes; code++)
            {
                var counts = _byCommune.AsMemory(code * Statuses, Statuses);
                if (counts.Span.ContainsAnyExcept(0L))
                    yield return new CommuneCount(code, counts.Span[0], counts.Span[1], counts.Span[2], counts.Span[3]);
            }
        }
    }

    /// <summary>Counts one record; <paramref name="commune"/> is the code as a number, or <see cref="NoCommune"/>.</summary>
    public void Add(in Comparison comparison, int commune)
    {
        Add(comparison, 1L);
        AddCommune(commune, comparison.Status);
    }

    /// <summary>Counts so many records that came to the same, but for their communes.</summary>
    public void Add(in Comparison comparison, long records)
    {
        var counts = _counts;
        counts[Spared + (int)comparison.Status] += records;
        counts[FieldsAt + (int)MandatoryField.Name * Verdicts + (int)comparison.Name] += records;
        counts[FieldsAt + (int)MandatoryField.Sex * Verdicts + (int)comparison.Sex] += records;
        counts[FieldsAt + (int)MandatoryField.DateOfBirth * Verdicts + (int)comparison.DateOfBirth] += records;
        counts[FieldsAt + (int)MandatoryField.Number * Verdicts + (int)comparison.Number] += records;
        for (var rest = comparison.Reasons.Bits; rest != 0; rest &= rest - 1)
            counts[ReasonsAt + BitOperations.TrailingZeroCount(rest)] += records;
    }

    /// <summary>Counts the commune of one record.</summary>
    public void AddCommune(int commune, RecordStatus status) => _byCommune[commune * Statuses + (int)status]++;

    /// <summary>
    /// Asks for the counts of a commune, some records before they are counted: records come from all over the country, and
    /// the counts of all communes lie beyond the near caches.
    /// </summary>
    public unsafe void Prefetch(int commune)
    {
        fixed (long* counts = &_byCommune[commune * Statuses])
            if (Sse.IsSupported) Sse.Prefetch0(counts);
    }

    /// <summary>Counts a record for which suggestions were asked, by the probability of the first.</summary>
    public void AddSuggested(double probability) => _counts[BandsAt + (int)SuggestionBands.Of(probability)]++;

    /// <summary>Counts a record for which suggestions were asked and none was found.</summary>
    public void AddUnsuggested() => _counts[BandsAt + (int)SuggestionBand.None]++;

    /// <summary>Takes over the counts of a worker that is done.</summary>
    public void Merge(RunTally other)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
        for (var i = 0; i < _byCommune.Length; i++) _byCommune[i] += other._byCommune[i];
    }
}
