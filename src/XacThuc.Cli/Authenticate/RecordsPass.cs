using System.Runtime.CompilerServices;
using XacThuc.Cli.Report;
using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

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

    // So many rows ahead the counts of a commune are asked for.
    private const int CommunesAhead = 16;

    private readonly TableInput _table;
    private readonly bool _hasIds;
    private long _line;
    private int _counted;
    private readonly RowSplitter _splitter;
    private readonly Authenticator _authenticator;
    private Comparison[] _results = new Comparison[1 << 12];

    public RecordsPass(TableInput table, PopulationIndex index, DateOnly today, NameEncoding encoding, PeopleSet? right = null)
    {
        _table = table;
        _hasIds = table.Columns[RecordsColumn.RecordId] >= 0;
        _splitter = new RowSplitter(table, Order, mandatory: 4);
        _authenticator = new Authenticator(index, today, encoding) { Right = right };
    }

    public RowChunk Chunk { get; } = new();

    public ReadOnlySpan<Comparison> Results => _results.AsSpan(0, Chunk.Rows);

    /// <summary>Splits the chunk into rows and fields.</summary>
    public void Split()
    {
        _splitter.Split(Chunk);
        // A broken row's line is asked for by its name, which it may not have.
        foreach (var broken in Chunk.Broken)
            Chunk.Places[broken.Row * RecordFields.Count + RecordFields.Name] = new FieldPlace(broken.Start, 0);
    }

    /// <summary>Splits and compares the chunk.</summary>
    public void Compare()
    {
        Split();
        if (_results.Length < Chunk.Rows) _results = new Comparison[Chunk.Rows * 2];
        fixed (byte* text = Chunk.Text)
            _authenticator.Authenticate(text, Chunk.Places, _results.AsSpan(0, Chunk.Rows));
        foreach (var broken in Chunk.Broken) _results[broken.Row] = Unreadable;
    }

    /// <summary>The line of a row, where lines serve as ids; rows are asked for in order.</summary>
    public long LineOf(int row)
    {
        if (_hasIds) return 0;
        if (row == 0) (_line, _counted) = (Chunk.FirstLine, 0);
        var start = Chunk.Places[row * RecordFields.Count + RecordFields.Name].Start;
        if (start <= _counted) return _line;
        _line += Chunk.Text.AsSpan(_counted, start - _counted).Count((byte)'\n');
        _counted = start;
        return _line;
    }

    /// <summary>Writes a line of results for each row, and counts it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(TextBuffer to, ResultLines lines, RunTally tally, ProblemList problems)
    {
        to.Clear();
        CountCommunes(tally);
        var broken = 0;
        var isPlain = _hasIds && !Chunk.HasQuotes && _table.Delimiter == ',';
        var nextBroken = Chunk.Broken.Count > 0 ? Chunk.Broken[0].Row : -1;
        for (var row = 0; row < Chunk.Rows; row++)
        {
            ref readonly var result = ref _results[row];
            var line = lines.Count(result);
            var id = Chunk.Places[row * RecordFields.Count + RecordFields.Id];
            if (row != nextBroken)
            {
                if (isPlain)
                {
                    to.Add(id.In(Chunk.Text), line);
                }
                else
                {
                    AddId(to, id, LineOf(row));
                    to.Add(line);
                }

                if (FieldSentences.MayTell(result)) FieldSentences.Tell(problems, _table, Chunk, row, result);
                continue;
            }

            AddId(to, id, LineOf(row));
            var problem = BrokenRowSentence.Of(_table, Chunk, Chunk.Broken[broken]);
            problems.Add(problem);
            to.Add(ResultLines.OfBrokenRow(problem.Line, Chunk.Broken[broken].Column));
            nextBroken = ++broken < Chunk.Broken.Count ? Chunk.Broken[broken].Row : -1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountCommunes(RunTally tally)
    {
        Span<int> communes = stackalloc int[CommunesAhead];
        for (var row = 0; row < Chunk.Rows + CommunesAhead; row++)
        {
            ref var commune = ref communes[row % CommunesAhead];
            if (row >= CommunesAhead) tally.AddCommune(commune, _results[row - CommunesAhead].Status);
            if (row < Chunk.Rows) tally.Prefetch(commune = CommuneOf(row));
        }
    }

    private int CommuneOf(int row)
    {
        var place = Chunk.Places[row * RecordFields.Count + RecordFields.Commune];
        if (place.Length != 5) return RunTally.NoCommune;
        var commune = 0;
        for (var i = place.Start; i < place.Start + 5; i++)
        {
            var digit = Chunk.Text[i] - '0';
            if ((uint)digit > 9) return RunTally.NoCommune;
            commune = commune * 10 + digit;
        }

        return commune;
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
