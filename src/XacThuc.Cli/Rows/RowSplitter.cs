using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using XacThuc.Cli.Files;
using XacThuc.Matching.Indexing;

namespace XacThuc.Cli.Rows;

/// <summary>Cuts a chunk into rows and wanted cells (RFC 4180; LF or CRLF). Blank lines are no rows.</summary>
internal sealed unsafe class RowSplitter
{
    private readonly byte _delimiter;
    private readonly int _columnCount;
    private readonly int _needed;
    private readonly int[] _placeOfColumn;
    private readonly int _wanted;

    /// <summary>A splitter for a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="order">The wanted columns (of the contract's order) in the order of the chunk's places.</param>
    /// <param name="mandatory">How many of <paramref name="order"/>, from the first, each row must have.</param>
    public RowSplitter(TableInput table, ReadOnlySpan<int> order, int mandatory)
    {
        _delimiter = table.Delimiter;
        _columnCount = table.ColumnCount;
        _wanted = order.Length;
        _placeOfColumn = new int[Math.Max(_columnCount, table.Columns.Max() + 1)];
        Array.Fill(_placeOfColumn, -1);
        for (var i = 0; i < order.Length; i++)
        {
            var column = table.Columns[order[i]];
            if (column < 0) continue;
            _placeOfColumn[column] = i;
            if (i < mandatory) _needed = Math.Max(_needed, column + 1);
        }
    }

    /// <summary>Where the last whole row ends; 0 when there is none.</summary>
    public static int EndOfLastRow(ReadOnlySpan<byte> text, byte delimiter, bool hasQuotes)
    {
        if (!hasQuotes) return text.LastIndexOf((byte)'\n') + 1;

        var at = 0;
        while (QuotedCells.TryFindQuotedRow(text[at..], out var row))
        {
            at += row;
            var end = QuotedCells.EndOfRow(text, at, delimiter);
            if (end < 0) return at;
            at = end;
        }

        return at + text[at..].LastIndexOf((byte)'\n') + 1;
    }

    public void Split(RowChunk chunk)
    {
        chunk.Rows = 0;
        chunk.Broken.Clear();
        // A last row without its line end gets one in the slack.
        if (chunk.Length > 0 && chunk.Text[chunk.Length - 1] != '\n') chunk.Text[chunk.Length++] = (byte)'\n';
        // A row of fewer cells leaves the places of the others empty.
        chunk.Places.AsSpan().Clear();
        EnsureRoom(chunk, 0);
        var at = 0;
        while (chunk.HasQuotes && QuotedCells.TryFindQuotedRow(chunk.Text.AsSpan(at, chunk.Length - at), out var row))
        {
            SplitPlain(chunk, at, at + row);
            at = SplitQuotedRow(chunk, at + row);
        }

        SplitPlain(chunk, at, chunk.Length);
    }

    // Finds delimiters and line ends 64 bytes at a time, in rows without quotes.
    private void SplitPlain(RowChunk chunk, int from, int length)
    {
        var column = 0;
        var start = from;
        var rowStart = from;
        var delimiters = Vector256.Create(_delimiter);
        var newLines = Vector256.Create((byte)'\n');
        var placeOfColumn = _placeOfColumn;
        var wanted = _wanted;
        var rowPlaces = chunk.Rows * wanted;
        fixed (byte* text = chunk.Text)
        {
            for (var block = from; block < length; block += 64)
            {
                var low = Vector256.Load(text + block);
                var high = Vector256.Load(text + block + 32);
                var marks = (Vector256.Equals(low, delimiters) | Vector256.Equals(low, newLines)).ExtractMostSignificantBits() |
                    (ulong)(Vector256.Equals(high, delimiters) | Vector256.Equals(high, newLines))
                        .ExtractMostSignificantBits() << 32;
                if (length - block < 64) marks &= (1UL << (length - block)) - 1;

                for (; marks != 0; marks &= marks - 1)
                {
                    var at = block + BitOperations.TrailingZeroCount(marks);
                    var isRowEnd = text[at] == '\n';
                    var end = isRowEnd && at > start && text[at - 1] == '\r' ? at - 1 : at;
                    if (column < placeOfColumn.Length)
                    {
                        var place = placeOfColumn[column];
                        if (place >= 0) chunk.Places[rowPlaces + place] = new FieldPlace(start, end - start);
                    }
                    else if (end > start)
                    {
                        Note(chunk, rowStart, column, BrokenRowKind.TooManyCells);
                    }

                    column++;
                    start = at + 1;
                    if (!isRowEnd) continue;

                    if (column > 1 || end > rowStart) EndRow(chunk, rowStart, column, broken: false);
                    rowPlaces = chunk.Rows * wanted;
                    EnsureRoom(chunk, rowPlaces);
                    column = 0;
                    rowStart = start;
                }
            }
        }
    }

    // Cuts one row that has quotes; gives where the next one starts.
    private int SplitQuotedRow(RowChunk chunk, int rowStart)
    {
        var text = chunk.Text.AsSpan(0, chunk.Length);
        var broken = false;
        var at = rowStart;
        for (var column = 0; ; column++)
        {
            var start = at;
            at = QuotedCells.EndOfCell(text, start, _delimiter, atEnd: true, out _, out var isSound);
            broken |= !isSound;
            var isRowEnd = at >= text.Length || text[at] == '\n';
            var end = isRowEnd && at > start && text[at - 1] == '\r' ? at - 1 : at;
            var cell = isSound ? QuotedCells.Unquote(text, start, end) : new FieldPlace(start, end - start);
            if (column < _placeOfColumn.Length)
            {
                var place = _placeOfColumn[column];
                if (place >= 0) chunk.Places[chunk.Rows * _wanted + place] = cell;
            }
            else if (cell.Length > 0)
            {
                Note(chunk, rowStart, column, BrokenRowKind.TooManyCells);
            }

            at++;
            if (!isRowEnd) continue;

            if (column > 0 || end > rowStart) EndRow(chunk, rowStart, column + 1, broken);
            EnsureRoom(chunk, chunk.Rows * _wanted);
            return Math.Min(at, chunk.Length);
        }
    }

    private void EndRow(RowChunk chunk, int rowStart, int columns, bool broken)
    {
        if (broken) Note(chunk, rowStart, 0, BrokenRowKind.Quotes);
        else if (columns < _needed) Note(chunk, rowStart, columns, BrokenRowKind.TooFewCells);
        chunk.Rows++;
    }

    // What is noticed first of a row is told; it is one broken row, whatever else is wrong with it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Note(RowChunk chunk, int rowStart, int column, BrokenRowKind kind)
    {
        if (chunk.Broken.Count > 0 && chunk.Broken[^1].Row == chunk.Rows) return;
        chunk.Broken.Add(new BrokenRow(chunk.Rows, rowStart, column + 1, kind));
    }

    private void EnsureRoom(RowChunk chunk, int at)
    {
        if (at + _wanted > chunk.Places.Length) Widen(chunk);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Widen(RowChunk chunk)
    {
        var places = chunk.Places;
        Array.Resize(ref places, Math.Max(places.Length * 2, 1 << 12));
        chunk.Places = places;
    }
}
