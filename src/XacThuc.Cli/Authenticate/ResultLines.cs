using System.Runtime.CompilerServices;
using System.Text;
using XacThuc.Cli.Report;
using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Authenticate;

/// <summary>
/// The rest of a line of results behind the record's id; few different ones, so each is made once, and counted whenever
/// it is asked for. Counts are handed to the tally all at once, by <see cref="HandOver"/>.
/// </summary>
internal sealed class ResultLines(RunTally tally)
{
    private const int Bits = 12;

    private readonly Entry[] _entries = new Entry[1 << Bits];

    public static ReadOnlySpan<byte> Heading => "record_id,status,name,sex,date_of_birth,id_number,reasons\n"u8;

    /// <summary>Counts one record, and gives its comma, status, four verdicts, reasons and line end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Count(in Comparison comparison)
    {
        var key = KeyOf(comparison);
        ref var entry = ref _entries[(int)(key * 0x9E3779B97F4A7C15 >> (64 - Bits))];
        if (entry.Key != key) Replace(ref entry, key, comparison);
        entry.Count++;
        return entry.Line;
    }

    /// <summary>Hands what was counted to the tally.</summary>
    public void HandOver()
    {
        foreach (ref var entry in _entries.AsSpan())
        {
            tally.Add(entry.Of, entry.Count);
            entry.Count = 0;
        }
    }

    /// <summary>The line of a row that could not be read.</summary>
    public static byte[] OfBrokenRow(long line, int column) => Encoding.UTF8.GetBytes(Text(
        new Comparison(
            RecordStatus.Invalid, FieldVerdict.Unreadable, FieldVerdict.Unreadable, FieldVerdict.Unreadable,
            FieldVerdict.Unreadable, Reason.RowUnreadable),
        $"{Reasons.Code(Reason.RowUnreadable)}:line {line} column {column}"));

    private static string Text(in Comparison comparison, string reasons) =>
        $",{ContractWords.Of(comparison.Status)},{ContractWords.Of(comparison.Name)},{ContractWords.Of(comparison.Sex)}," +
        $"{ContractWords.Of(comparison.DateOfBirth)},{ContractWords.Of(comparison.Number)},{reasons}\n";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Replace(ref Entry entry, ulong key, in Comparison comparison)
    {
        tally.Add(entry.Of, entry.Count);
        var line = Encoding.UTF8.GetBytes(Text(comparison, comparison.Reasons.ToString()));
        entry = new Entry { Key = key, Line = line, Of = comparison };
    }

    // All of a comparison, side by side; never 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOf(in Comparison comparison) =>
        (1UL << 14 | (ulong)comparison.Status | (ulong)comparison.Name << 2 | (ulong)comparison.Sex << 5 |
            (ulong)comparison.DateOfBirth << 8 | (ulong)comparison.Number << 11) << 48 | comparison.Reasons.Bits;

    private struct Entry
    {
        public ulong Key;
        public long Count;
        public byte[] Line;
        public Comparison Of;
    }
}
