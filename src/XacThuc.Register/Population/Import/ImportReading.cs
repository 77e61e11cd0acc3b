using System.Collections.Frozen;
using System.Threading.Channels;
using XacThuc.Matching;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Reading;
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
internal sealed class ImportReading
{
    // Large enough to spare round trips, small enough that a crash costs a second of work.
    private const int BatchRows = 20_000;

    // The person's own columns in the order of PersonReader, then the hamlet.
    private static readonly int[] Order =
    [
        RegisterColumn.PersonalId, RegisterColumn.OldId, RegisterColumn.FullName, RegisterColumn.Sex,
        RegisterColumn.DateOfBirth, RegisterColumn.CommuneCode, RegisterColumn.Hamlet,
    ];

    private readonly TableInput _table;
    private readonly FrozenSet<ulong> _repeated;
    private readonly long _skip;
    private readonly NameEncoding _encoding;
    private readonly PersonReader _reader;
    private List<ImportRow> _rows = new(BatchRows);
    private List<TableProblem> _problems = [];
    private long _read;

    public ImportReading(TableInput table, FrozenSet<ulong> repeated, long skip)
    {
        (_table, _repeated, _skip) = (table, repeated, skip);
        _encoding = LegacyText.Detect(table.SampleNames(5_000));
        _reader = new PersonReader(_encoding);
    }

    /// <summary>Rows kept aside, with their lines, in the order of the file.</summary>
    public List<(ReadPerson Person, string Hamlet, long Line)> Aside { get; } = [];

    /// <summary>Reads all; the writer is completed at the end, with the failure if there was one.</summary>
    public async Task Read(ChannelWriter<ReadBatch> to, CancellationToken stop)
    {
        try
        {
            var source = new RowSource(_table);
            var splitter = new RowSplitter(_table, Order, mandatory: 5);
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
        if (_read <= _skip && _rows.Count == 0) return;
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
                var isDone = ++_read <= _skip;
                if (broken < chunk.Broken.Count && chunk.Broken[broken].Row == row)
                {
                    if (!isDone) _problems.Add(BrokenRowSentence.Of(_table, chunk, chunk.Broken[broken]));
                    broken++;
                    continue;
                }

                var places = chunk.Places.AsSpan(row * Order.Length, Order.Length);
                var isAside = _repeated.Count > 0 && PersonalId.TryParse(places[0].Of(text), out var id) && _repeated.Contains(id.Value);
                if (isDone && !isAside) continue;
                TakeIn(chunk, text, places, isDone, isAside);
            }
        }

        return chunk.Rows;
    }

    private unsafe void TakeIn(RowChunk chunk, byte* text, ReadOnlySpan<FieldPlace> places, bool isDone, bool isAside)
    {
        var found = _reader.Read(text, places[..RegisterColumn.Hamlet], out var person);
        if (found != PersonProblems.None && !isDone)
            _problems.AddRange(RegisterSentences.Of(_table, chunk, places[..RegisterColumn.Hamlet].ToArray(), found));
        if (found.HasFlag(PersonProblems.PersonalId)) return;
        var hamlet = HamletReader.Read(places[RegisterColumn.Hamlet].Of(text), _encoding);
        if (isAside) Aside.Add((person, hamlet, chunk.LineOf(places[0].Start)));
        else _rows.Add(new ImportRow(person, hamlet, 0));
    }
}
