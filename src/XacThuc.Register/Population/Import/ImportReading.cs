using System.Collections.Frozen;
using System.Threading.Channels;
using XacThuc.Matching;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Register.Population.Import;

/// <summary>A run of rows as read: those that can be written, what is to be told, and how far the file is read.</summary>
internal sealed record ReadBatch(List<ImportRow> Rows, List<TableProblem> Problems, long RowsRead, long BytesRead);

/// <summary>
/// Reads a register's file into batches while the batches before are written. Rows whose personal id is repeated are kept
/// aside until the end (<see cref="Aside"/>).
/// </summary>
internal sealed class ImportReading(TableInput table, FrozenSet<ulong> repeated, long skip)
{
    // Large enough to spare round trips, small enough that a crash costs a second of work.
    private const int BatchRows = 20_000;

    private static readonly int[] Order = [0, 1, 2, 3, 4, 5];

    private readonly PersonReader _reader = new(LegacyText.Detect(table.SampleNames(5_000)));
    private List<ImportRow> _rows = new(BatchRows);
    private List<TableProblem> _problems = [];
    private long _read;

    /// <summary>Rows kept aside, with their lines, in the order of the file.</summary>
    public List<(ReadPerson Person, long Line)> Aside { get; } = [];

    /// <summary>Reads all; the writer is completed at the end, with the failure if there was one.</summary>
    public async Task Read(ChannelWriter<ReadBatch> to, CancellationToken stop)
    {
        try
        {
            var source = new RowSource(table);
            var splitter = new RowSplitter(table, Order, mandatory: 5);
            var chunk = new RowChunk();
            while (source.TryNext(chunk))
            {
                splitter.Split(chunk);
                for (var row = 0; row < chunk.Rows;)
                {
                    row = Take(chunk, row);
                    if (_rows.Count >= BatchRows) await Send(to, source.Done, stop);
                }
            }

            await Send(to, source.Done, stop);
            to.Complete();
        }
#pragma warning disable CA1031 // Whoever reads the batches gets what went wrong.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            to.Complete(failed);
        }
    }

    private async Task Send(ChannelWriter<ReadBatch> to, long bytes, CancellationToken stop)
    {
        if (_read <= skip && _rows.Count == 0) return;
        await to.WriteAsync(new ReadBatch(_rows, _problems, _read, bytes), stop);
        (_rows, _problems) = (new List<ImportRow>(BatchRows), []);
    }

    // Takes rows of the chunk until the batch is full; gives the first that was not taken.
    private unsafe int Take(RowChunk chunk, int from)
    {
        var broken = chunk.Broken.FindIndex(row => row.Row >= from);
        if (broken < 0) broken = chunk.Broken.Count;
        fixed (byte* text = chunk.Text)
        {
            for (var row = from; row < chunk.Rows; row++)
            {
                if (_rows.Count >= BatchRows) return row;
                var isDone = ++_read <= skip;
                if (broken < chunk.Broken.Count && chunk.Broken[broken].Row == row)
                {
                    if (!isDone) _problems.Add(BrokenRowSentence.Of(table, chunk, chunk.Broken[broken]));
                    broken++;
                    continue;
                }

                var places = chunk.Places.AsSpan(row * Order.Length, Order.Length);
                var isAside = repeated.Count > 0 && PersonalId.TryParse(places[0].Of(text), out var id) && repeated.Contains(id.Value);
                if (isDone && !isAside) continue;
                TakeIn(chunk, text, places, isDone, isAside);
            }
        }

        return chunk.Rows;
    }

    private unsafe void TakeIn(RowChunk chunk, byte* text, ReadOnlySpan<FieldPlace> places, bool isDone, bool isAside)
    {
        var found = _reader.Read(text, places, out var person);
        if (found != PersonProblems.None && !isDone)
            _problems.AddRange(RegisterSentences.Of(table, chunk, places.ToArray(), found));
        if (found.HasFlag(PersonProblems.PersonalId)) return;
        if (isAside) Aside.Add((person, chunk.LineOf(places[0].Start)));
        else _rows.Add(new ImportRow(person, 0));
    }
}
