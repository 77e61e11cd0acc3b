using System.Text;

namespace XacThuc.Cli.Evaluate;

/// <summary>
/// Reads a comma-separated file that this command or its maker wrote: UTF-8, quotes are rare. Cells are valid until the
/// next row.
/// </summary>
internal sealed class PlainRows : IDisposable
{
    private readonly FileStream _file;
    private readonly List<Range> _cells = [];
    private byte[] _buffer = new byte[1 << 20];
    private int _start, _end;
    private bool _atEnd;
    private long _lines;

    private PlainRows(FileStream file) => _file = file;

    /// <summary>Line on which the current row begins, from 1.</summary>
    public long Line { get; private set; }

    public int Count => _cells.Count;

    /// <summary>A cell; empty where the row is too short.</summary>
    public ReadOnlySpan<byte> this[int cell] =>
        cell < _cells.Count ? _buffer.AsSpan(_cells[cell]) : default;

    public static PlainRows Open(string path)
    {
        var rows = new PlainRows(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0));
        rows.Fill();
        if (rows._buffer.AsSpan(0, rows._end).StartsWith(Encoding.UTF8.Preamble)) rows._start = 3;
        return rows;
    }

    public string Text(int cell) => Encoding.UTF8.GetString(this[cell]);

    /// <summary>Moves to the next row that is not blank; false at the end.</summary>
    public bool Next()
    {
        while (TryTake(out var row))
        {
            if (row.Length == 0) continue;
            Split(row);
            return true;
        }

        return false;
    }

    public void Dispose() => _file.Dispose();

    private bool TryTake(out Span<byte> row)
    {
        var searched = 0;
        while (true)
        {
            var seen = _buffer.AsSpan(_start, _end - _start);
            var found = EndOfRow(seen, searched);
            if (found < 0 && !_atEnd)
            {
                // A quoted cell may have opened in what was searched: only plain text needs no second look.
                searched = seen.Contains((byte)'"') ? 0 : seen.Length;
                Fill();
                continue;
            }

            if (found < 0) found = seen.Length;
            row = seen[..found];
            if (seen.IsEmpty) return false;
            Line = _lines + 1;
            _lines += row.Count((byte)'\n') + 1;
            _start += Math.Min(found + 1, seen.Length);
            row = row.TrimEnd((byte)'\r');
            return true;
        }
    }

    private static int EndOfRow(ReadOnlySpan<byte> text, int from)
    {
        var end = text[from..].IndexOf((byte)'\n');
        if (end < 0) return -1;
        end += from;
        var quotes = text[..end].Count((byte)'"');
        while (quotes % 2 != 0)
        {
            var next = text[(end + 1)..].IndexOf((byte)'\n');
            if (next < 0) return -1;
            quotes += text.Slice(end + 1, next).Count((byte)'"');
            end += next + 1;
        }

        return end;
    }

    private void Split(Span<byte> row)
    {
        _cells.Clear();
        var offset = (int)System.Runtime.CompilerServices.Unsafe.ByteOffset(
            ref _buffer[0], ref System.Runtime.InteropServices.MemoryMarshal.GetReference(row));
        var at = 0;
        while (at <= row.Length)
        {
            if (at < row.Length && row[at] == '"')
            {
                at = TakeQuoted(row, at, offset);
                continue;
            }

            var length = row[at..].IndexOf((byte)',');
            if (length < 0) length = row.Length - at;
            _cells.Add((offset + at)..(offset + at + length));
            at += length + 1;
        }
    }

    // Doubled quotes are made single in place; the cell only gets shorter.
    private int TakeQuoted(Span<byte> row, int at, int offset)
    {
        var start = at + 1;
        var (read, written) = (start, start);
        while (read < row.Length)
        {
            if (row[read] == '"')
            {
                if (read + 1 >= row.Length || row[read + 1] != '"') break;
                read++;
            }

            row[written++] = row[read++];
        }

        _cells.Add((offset + start)..(offset + written));
        var comma = read < row.Length ? row[read..].IndexOf((byte)',') : -1;
        return comma < 0 ? row.Length + 1 : read + comma + 1;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        var read = _file.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
    }
}
