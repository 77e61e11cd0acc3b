using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using XacThuc.Matching.Indexing;

namespace XacThuc.Tables.Rows;

/// <summary>Cuts a chunk into rows and wanted cells (RFC 4180; LF or CRLF). Blank lines are no rows.</summary>
public sealed unsafe class RowSplitter
{
    // Rows are cut by so many bytes at a time, so that their marks stay near.
    private const int Window = 4 << 10;

    private readonly int[] _marks = new int[Window + 64];
    private readonly int[] _rowEnds = new int[Window + 64];
    private readonly (int Column, int Place)[] _cells;
    private readonly bool _isEven;
    private readonly int _lastPlace;
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
        var length = _columnCount;
        foreach (var column in table.Columns) length = Math.Max(length, column + 1);
        _placeOfColumn = new int[length];
        Array.Fill(_placeOfColumn, -1);
        for (var i = 0; i < order.Length; i++)
        {
            var column = table.Columns[order[i]];
            if (column < 0) continue;
            _placeOfColumn[column] = i;
            if (i < mandatory) _needed = Math.Max(_needed, column + 1);
        }

        var cells = new List<(int Column, int Place)>();
        for (var column = 0; column < _placeOfColumn.Length; column++)
            if (_placeOfColumn[column] >= 0) cells.Add((column, _placeOfColumn[column]));
        _cells = [.. cells];
        // Where a row may be a single cell, a blank line is to be told from it.
        _isEven = _columnCount > 1 && Array.TrueForAll(_cells, cell => cell.Column < _columnCount);
        _lastPlace = _placeOfColumn[_columnCount - 1];
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
            at = SplitRow(chunk, at + row);
        }

        SplitPlain(chunk, at, chunk.Length);
    }

    // Finds the marks (delimiters and line ends) of some rows at once, and then cuts the rows by them.
    private void SplitPlain(RowChunk chunk, int from, int length)
    {
        fixed (byte* text = chunk.Text)
        {
            while (from < length)
            {
                var rows = FindMarks(text, from, Math.Min(length, from + Window));
                // None is whole: a row longer than the window.
                from = rows == 0 ? SplitRow(chunk, from) : CutRows(chunk, text, rows);
            }
        }
    }

    // Where the marks stand, behind the place before the first row; and which of them end rows. Gives the number of rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindMarks(byte* text, int from, int to)
    {
        var delimiters = Vector256.Create(_delimiter);
        var newLines = Vector256.Create((byte)'\n');
        var (count, rows) = (1, 0);
        fixed (int* marks = _marks, rowEnds = _rowEnds)
        {
            marks[0] = from - 1;
            for (var block = from; block < to; block += 64)
            {
                var low = Vector256.Load(text + block);
                var high = Vector256.Load(text + block + 32);
                var (lowEnds, highEnds) = (Vector256.Equals(low, newLines), Vector256.Equals(high, newLines));
                var ends = lowEnds.ExtractMostSignificantBits() | (ulong)highEnds.ExtractMostSignificantBits() << 32;
                var all = (Vector256.Equals(low, delimiters) | lowEnds).ExtractMostSignificantBits() |
                    (ulong)(Vector256.Equals(high, delimiters) | highEnds).ExtractMostSignificantBits() << 32;
                if (to - block < 64)
                {
                    ends &= (1UL << (to - block)) - 1;
                    all &= (1UL << (to - block)) - 1;
                }

                // Eight marks and two ends at a time: a branch for each would often be foretold wrongly.
                for (var at = rowEnds + rows; ; at += 2)
                {
                    at[0] = count + BitOperations.PopCount(all & (ends ^ (ends - 1))) - 1;
                    var second = ends & (ends - 1);
                    at[1] = count + BitOperations.PopCount(all & (second ^ (second - 1))) - 1;
                    rows += (ends != 0 ? 1 : 0) + (second != 0 ? 1 : 0);
                    ends = second & (second - 1);
                    if (ends == 0) break;
                }

                var next = marks + count;
                count += BitOperations.PopCount(all);
                for (; ; next += 8)
                {
                    for (var i = 0; i < 8; i++, all &= all - 1) next[i] = block + BitOperations.TrailingZeroCount(all);
                    if (all == 0) break;
                }
            }
        }

        return rows;
    }

    // Rows of exactly the cells that the headings promise are cut here, others one by one. Gives where the next row starts.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CutRows(RowChunk chunk, byte* text, int rows)
    {
        EnsureRoom(chunk, (chunk.Rows + rows) * _wanted);
        ReadOnlySpan<(int Column, int Place)> cells = _cells;
        var last = 0;
        fixed (FieldPlace* places = chunk.Places)
        fixed (int* marks = _marks)
        {
            for (var row = 0; row < rows; row++)
            {
                var first = last;
                last = _rowEnds[row];
                if (!_isEven || last - first != _columnCount)
                {
                    SplitRow(chunk, marks[first] + 1);
                    continue;
                }

                var to = places + chunk.Rows++ * _wanted;
                foreach (var (column, place) in cells)
                {
                    var before = marks[first + column];
                    to[place] = new FieldPlace(before + 1, marks[first + column + 1] - before - 1);
                }

                if (_lastPlace >= 0 && text[marks[last] - 1] == '\r')
                    to[_lastPlace] = to[_lastPlace] with { Length = to[_lastPlace].Length - 1 };
            }

            return marks[last] + 1;
        }
    }

    // Cuts one row of any kind; gives where the next one starts.
    private int SplitRow(RowChunk chunk, int rowStart)
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
        if (at + _wanted > chunk.Places.Length) Widen(chunk, at + _wanted);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Widen(RowChunk chunk, int room)
    {
        var places = chunk.Places;
        Array.Resize(ref places, Math.Max(places.Length * 2, Math.Max(room, 1 << 12)));
        chunk.Places = places;
    }
}
