using XacThuc.Cli.Files;
using XacThuc.Cli.Rows;
using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading;

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
    private readonly RowSplitter _splitter;
    private readonly Authenticator _authenticator;
    private Comparison[] _results = new Comparison[1 << 12];

    public RecordsPass(TableInput table, PopulationIndex index, DateOnly today, NameEncoding encoding)
    {
        _table = table;
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

    /// <summary>Writes a line of results for each row.</summary>
    public void Write(TextBuffer to, ResultLines lines, ProblemList problems)
    {
        to.Clear();
        var broken = 0;
        var (line, counted) = (Chunk.FirstLine, 0);
        var hasIds = _table.Columns[RecordsColumn.RecordId] >= 0;
        for (var row = 0; row < Chunk.Rows; row++)
        {
            var places = Chunk.Places.AsSpan(row * RecordFields.Count, RecordFields.Count);
            if (hasIds) AddId(to, places[RecordFields.Id]);
            else to.Add(LineOf(places[RecordFields.Name].Start, ref line, ref counted));

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

    public void Dispose() => _authenticator.Dispose();

    private static Comparison Unreadable { get; } = new(
        RecordStatus.Invalid, FieldVerdict.Unreadable, FieldVerdict.Unreadable, FieldVerdict.Unreadable,
        FieldVerdict.Unreadable, Reason.RowUnreadable);

    // A record without an id is known by its line; lines are counted once, going forward.
    private long LineOf(int offset, ref long line, ref int counted)
    {
        if (offset <= counted) return line;
        line += Chunk.Text.AsSpan(counted, offset - counted).Count((byte)'\n');
        counted = offset;
        return line;
    }

    private void AddId(TextBuffer to, FieldPlace place)
    {
        var id = Chunk.Text.AsSpan(place.Start, place.Length);
        if (Chunk.HasQuotes || _table.Delimiter != ',') to.AddCell(id);
        else to.Add(id);
    }
}
