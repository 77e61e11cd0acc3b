using System.Collections.Concurrent;
using XacThuc.Matching;

namespace XacThuc.Cli.Authenticate.Suggesting;

/// <summary>
/// Which records are not matched, a bit each, by chunk: the second way through the records seeks their people and compares
/// nobody anew. Any thread may keep and ask.
/// </summary>
internal sealed class SoughtRows
{
    private const int Bits = 64;

    private readonly ConcurrentDictionary<int, ulong[]> _chunks = [];

    /// <summary>Keeps which rows of a chunk are sought: those that are not matched and can be read.</summary>
    public void Keep(int chunk, ReadOnlySpan<Comparison> results)
    {
        var rows = new ulong[(results.Length + Bits - 1) / Bits];
        for (var row = 0; row < results.Length; row++)
            if (IsSought(results[row])) rows[row / Bits] |= 1UL << (row % Bits);
        _chunks[chunk] = rows;
    }

    /// <summary>The rows of a chunk, for <see cref="Has"/>.</summary>
    public ReadOnlySpan<ulong> Of(int chunk) => _chunks.GetValueOrDefault(chunk);

    /// <summary>Whether a row is sought; none is beyond those that were kept.</summary>
    public static bool Has(ReadOnlySpan<ulong> rows, int row) => row / Bits < rows.Length && (rows[row / Bits] >> (row % Bits) & 1) != 0;

    /// <summary>Whether a record's person is sought.</summary>
    public static bool IsSought(in Comparison comparison) =>
        comparison.Status != RecordStatus.Matched && !comparison.Reasons.Contains(Reason.RowUnreadable);
}
