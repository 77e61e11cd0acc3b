using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Platform.Records.Phones;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Platform.Records.Import.Rows;

/// <summary>Reads the rows of a file of records or of people to be vaccinated, some thousand at a time, in order.</summary>
internal sealed class FileRows
{
    private const int LongestRaw = 2000;

    private const int Hamlet = RecordFields.Count;

    // The contract's columns in the order of RecordFields, then the hamlet.
    private static readonly int[] Order =
    [
        RecordsColumn.FullName, RecordsColumn.Sex, RecordsColumn.DateOfBirth, RecordsColumn.IdNumber,
        RecordsColumn.CommuneCode, RecordsColumn.RecordId, RecordsColumn.Hamlet,
    ];

    private readonly FieldReading _reading;
    private readonly int[] _order;
    private readonly RowSource _source;
    private readonly RowSplitter _splitter;
    private readonly RowChunk _chunk = new();
    private readonly bool _idIsKey;
    private readonly TableKind _kind;

    public FileRows(TableInput table, DateOnly today)
    {
        (_reading, _order) = (new FieldReading(today), [.. Order, .. Enumerable.Range(Order.Length, WantedColumn.Of(table.Kind).Count - Order.Length)]);
        (_source, _splitter) = (new RowSource(table), new RowSplitter(table, _order, mandatory: 4));
        _kind = table.Kind;
        _idIsKey = !table.HasRowNumbersOnly;
        Encoding = LegacyText.Detect(table.SampleNames(5_000));
    }

    /// <summary>How the file writes names.</summary>
    public NameEncoding Encoding { get; }

    /// <summary>Bytes of all rows.</summary>
    public long Total => _source.Total;

    /// <summary>The next rows; none at the end.</summary>
    /// <param name="done">Runs of rows that need not be read again.</param>
    public IncomingRows? Next(int done)
    {
        do
        {
            if (!_source.TryNext(_chunk)) return null;
        }
        while (_chunk.Index < done);

        _splitter.Split(_chunk);
        var rows = new List<IncomingRow>(_chunk.Rows);
        var unsplit = new List<UnsplitRow>();
        var (line, counted) = (_chunk.FirstLine, 0);
        var nextBroken = 0;
        for (var row = 0; row < _chunk.Rows; row++)
        {
            if (nextBroken < _chunk.Broken.Count && _chunk.Broken[nextBroken].Row == row)
            {
                unsplit.Add(Unsplit(_chunk.Broken[nextBroken++]));
                continue;
            }

            var start = StartOf(row);
            if (start > counted)
            {
                line += _chunk.Text.AsSpan(counted, start - counted).Count((byte)'\n');
                counted = start;
            }

            rows.Add(RowAt(row, line));
        }

        return new IncomingRows(_chunk.Index, rows, unsplit, _source.Done);
    }

    private FieldPlace PlaceOf(int row, int field) => _chunk.Places[row * _order.Length + field];

    // Columns may stand in any order: the first byte of the row is before that of any cell.
    private int StartOf(int row)
    {
        var first = int.MaxValue;
        for (var field = 0; field < _order.Length; field++)
        {
            if (PlaceOf(row, field) is var place && place != default) first = Math.Min(first, place.Start);
        }

        return first == int.MaxValue ? 0 : first;
    }

    private IncomingRow RowAt(int row, long line)
    {
        var name = TextOf(row, RecordFields.Name);
        if (Encoding != NameEncoding.Unicode) name = LegacyText.Decode(name, Encoding);
        var written = new WrittenRecord(
            name, TextOf(row, RecordFields.Sex), TextOf(row, RecordFields.Date), TextOf(row, RecordFields.Number),
            FieldReading.Commune(PlaceOf(row, RecordFields.Commune).In(_chunk.Text)));
        var id = TextOf(row, RecordFields.Id);
        var hamlet = HamletReader.Read(PlaceOf(row, Hamlet).In(_chunk.Text), Encoding);
        return new IncomingRow(line, id, written, hamlet, ReadFields.Of(written, _reading), _idIsKey && id.Length > 0)
        {
            Phone = _kind == TableKind.Records ? PhoneOnRecord.Read(TextOf(row, RecordsColumn.Phone)) : "",
            More = _order.Length == Order.Length || _kind == TableKind.Records ? [] : [.. Enumerable.Range(Order.Length, _order.Length - Order.Length).Select(field => DecodedOf(row, field))],
        };
    }

    private string DecodedOf(int row, int field)
    {
        var text = TextOf(row, field);
        return Encoding == NameEncoding.Unicode ? text : LegacyText.Decode(text, Encoding);
    }

    // PostgreSQL keeps no NUL in a text.
    private string TextOf(int row, int field)
    {
        var text = System.Text.Encoding.UTF8.GetString(PlaceOf(row, field).In(_chunk.Text)).Trim();
        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
    }

    private UnsplitRow Unsplit(in BrokenRow broken)
    {
        var rest = _chunk.Text.AsSpan(broken.Start, _chunk.Length - broken.Start);
        var end = rest.IndexOf((byte)'\n');
        if (end >= 0) rest = rest[..end];
        var raw = System.Text.Encoding.UTF8.GetString(rest[..Math.Min(rest.Length, LongestRaw)]).TrimEnd('\r', '\uFFFD').Replace('\0', '\uFFFD');
        return new UnsplitRow(_chunk.LineOf(broken.Start), broken.Column, broken.Kind switch
        {
            BrokenRowKind.TooFewCells => RowProblem.TooFewCells,
            BrokenRowKind.TooManyCells => RowProblem.TooManyCells,
            BrokenRowKind.Quotes => RowProblem.Quotes,
        }, raw);
    }
}
