using System.Globalization;
using XacThuc.Cli.Files;
using XacThuc.Cli.Report;
using XacThuc.Cli.Rows;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading;
using XacThuc.Matching;

namespace XacThuc.Cli.Authenticate;

/// <summary>One worker's way through the records: splits chunks, compares their rows, writes their results.</summary>
internal sealed unsafe class RecordsPass : IDisposable
{
    // The contract's columns in the order of RecordFields.
    private static readonly int[] Order =
    [
        RecordsColumn.FullName, RecordsColumn.Sex, RecordsColumn.DateOfBirth, RecordsColumn.IdNumber,
        RecordsColumn.CommuneCode, RecordsColumn.RecordId,
    ];

    private readonly TableInput _table;
    private readonly bool _hasIds;
    private readonly RowSplitter _splitter;
    private readonly Authenticator _authenticator;
    private Comparison[] _results = new Comparison[1 << 12];

    public RecordsPass(TableInput table, PopulationIndex index, DateOnly today, NameEncoding encoding)
    {
        _table = table;
        _hasIds = table.Columns[RecordsColumn.RecordId] >= 0;
        _splitter = new RowSplitter(table, Order, mandatory: 4);
        _authenticator = new Authenticator(index, today, encoding);
    }

    public RowChunk Chunk { get; } = new();

    public ReadOnlySpan<Comparison> Results => _results.AsSpan(0, Chunk.Rows);

    /// <summary>Splits and compares the chunk.</summary>
    public void Compare()
    {
        _splitter.Split(Chunk);
        if (_results.Length < Chunk.Rows) _results = new Comparison[Chunk.Rows * 2];
        fixed (byte* text = Chunk.Text)
            _authenticator.Authenticate(text, Chunk.Places, _results.AsSpan(0, Chunk.Rows));
        foreach (var broken in Chunk.Broken) _results[broken.Row] = Unreadable;
    }

    /// <summary>The rows of the chunk and the lines they stand on; lines are only counted where they serve as ids.</summary>
    public IEnumerable<(int Row, long Line)> RowsWithLines()
    {
        var (line, counted) = (Chunk.FirstLine, 0);
        for (var row = 0; row < Chunk.Rows; row++)
        {
            if (!_hasIds)
            {
                var start = Chunk.Places[row * RecordFields.Count + RecordFields.Name].Start;
                line += Chunk.Text.AsSpan(counted, Math.Max(0, start - counted)).Count((byte)'\n');
                counted = Math.Max(counted, start);
            }

            yield return (row, line);
        }
    }

    /// <summary>Writes a line of results for each row, and counts it.</summary>
    public void Write(TextBuffer to, ResultLines lines, RunTally tally, ProblemList problems)
    {
        to.Clear();
        var broken = 0;
        foreach (var (row, line) in RowsWithLines())
        {
            var places = Chunk.Places.AsSpan(row * RecordFields.Count, RecordFields.Count);
            _ = int.TryParse(places[RecordFields.Commune].In(Chunk.Text), CultureInfo.InvariantCulture, out var commune);
            tally.Add(_results[row], commune);
            AddId(to, places[RecordFields.Id], line);
            if (broken < Chunk.Broken.Count && Chunk.Broken[broken].Row == row)
            {
                var problem = BrokenRowSentence.Of(_table, Chunk, Chunk.Broken[broken]);
                problems.Add(problem);
                to.Add(ResultLines.OfBrokenRow(problem.Line, Chunk.Broken[broken++].Column));
                continue;
            }

            to.Add(lines[_results[row]]);
        }
    }

    /// <summary>Writes the id of a record; where the file has none, its line.</summary>
    public void AddId(TextBuffer to, FieldPlace place, long line)
    {
        var id = Chunk.Text.AsSpan(place.Start, place.Length);
        if (!_hasIds) to.Add(line);
        else if (Chunk.HasQuotes || _table.Delimiter != ',') to.AddCell(id);
        else to.Add(id);
    }

    public void Dispose() => _authenticator.Dispose();

    private static Comparison Unreadable { get; } = new(
        RecordStatus.Invalid, FieldVerdict.Unreadable, FieldVerdict.Unreadable, FieldVerdict.Unreadable,
        FieldVerdict.Unreadable, Reason.RowUnreadable);
}
