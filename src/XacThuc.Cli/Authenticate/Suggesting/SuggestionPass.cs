using System.Globalization;
using XacThuc.Cli.Report;
using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Weighing;
using XacThuc.Matching.Weighing.Taken;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate.Suggesting;

/// <summary>One worker's second way through the records: suggests people for those that are not matched.</summary>
/// <param name="records">The records.</param>
/// <param name="suggester">What suggests.</param>
/// <param name="others">What the other records say.</param>
/// <param name="top">The most that are wanted for a record.</param>
internal sealed unsafe class SuggestionPass(RecordsPass records, Suggester suggester, OtherRecords others, int top) : IDisposable
{
    private readonly List<OpenLine> _open = [];
    private readonly TextBuffer _id = new();

    public static ReadOnlySpan<byte> Heading => "record_id,rank,personal_id,probability,reasons\n"u8;

    /// <summary>The records of the chunk that wait for the other records.</summary>
    public IReadOnlyList<OpenLine> Open => _open;

    /// <summary>Writes the suggestions for the chunk that was split, but those of records that stay open.</summary>
    /// <param name="to">Receives the lines.</param>
    /// <param name="tally">Counts them.</param>
    /// <param name="sought">The rows whose people are sought (<see cref="SoughtRows"/>).</param>
    public void Write(TextBuffer to, RunTally tally, ReadOnlySpan<ulong> sought)
    {
        to.Clear();
        _open.Clear();
        var chunk = records.Chunk;
        fixed (byte* text = chunk.Text)
        {
            for (var row = 0; row < chunk.Rows; row++)
            {
                var line = records.LineOf(row);
                if (!SoughtRows.Has(sought, row)) continue;

                var fields = chunk.Places.AsSpan(row * RecordFields.Count, RecordFields.Count);
                var suggestions = suggester.Suggest(text, fields, top, others, out var open);
                if (open is not null)
                {
                    _open.Add(new OpenLine(to.Length, IdOf(fields, line), open));
                    continue;
                }

                if (suggestions.IsEmpty) tally.AddUnsuggested();
                else tally.AddSuggested(suggestions[0].Probability);
                foreach (ref readonly var suggestion in suggestions)
                {
                    records.AddId(to, fields[RecordFields.Id], line);
                    AddSuggestion(to, suggestion);
                }
            }
        }
    }

    public void Dispose() => suggester.Dispose();

    /// <summary>Writes the suggestions for a record that stayed open, once it is weighed.</summary>
    public static void Write(TextBuffer to, byte[] id, OpenRecord record, RunTally tally, int top)
    {
        var suggestions = record.Suggestions(top);
        tally.AddSuggested(suggestions[0].Probability);
        foreach (var suggestion in suggestions)
        {
            to.Add(id);
            AddSuggestion(to, suggestion);
        }
    }

    private byte[] IdOf(ReadOnlySpan<FieldPlace> fields, long line)
    {
        _id.Clear();
        records.AddId(_id, fields[RecordFields.Id], line);
        return _id.Written.ToArray();
    }

    private static void AddSuggestion(TextBuffer to, in Suggestion suggestion)
    {
        to.Add((byte)',');
        to.Add(suggestion.Rank);
        to.Add((byte)',');
        suggestion.Person.Value.TryFormat(to.Room(12), out var written, "D12", CultureInfo.InvariantCulture);
        to.Advance(written);
        to.Add((byte)',');
        ProbabilityText.Add(to, suggestion.Probability);
        to.Add((byte)',');
        foreach (var reason in suggestion.Reasons.Each())
        {
            if (reason != First(suggestion.Reasons)) to.Add((byte)';');
            foreach (var character in Reasons.Code(reason)) to.Add((byte)character);
        }

        to.Add((byte)'\n');
    }

    private static Reason First(Reasons reasons) => (Reason)System.Numerics.BitOperations.TrailingZeroCount(reasons.Bits);
}
