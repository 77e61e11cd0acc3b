using XacThuc.Matching.Indexing.Building;

namespace XacThuc.Tables.Rows;

/// <summary>Hands the rows of a table out in chunks, in order, to any number of workers.</summary>
public sealed class RowSource(TableInput table, int chunkBytes = RowSource.ChunkBytes)
{
    public const int ChunkBytes = 512 << 10;

    /// <summary>A quoted cell longer than this is a stray quote.</summary>
    public const int LongestQuoted = 64 << 10;

    private const int LongestRow = 64 << 20;

    private readonly Lock _reading = new();
    private long _position = table.DataStart;
    private long _line = table.FirstDataLine;
    private int _next;

    /// <summary>Bytes handed out so far.</summary>
    public long Done => Volatile.Read(ref _position) - table.DataStart;

    public long Total => table.Length - table.DataStart;

    /// <summary>Fills the chunk with the next rows; false at the end.</summary>
    public bool TryNext(RowChunk chunk)
    {
        lock (_reading)
        {
            if (_position >= table.Length) return false;

            var wanted = chunkBytes;
            while (true)
            {
                if (chunk.Text.Length < wanted + 2 * PersonIntake.Slack)
                    chunk.Text = GC.AllocateUninitializedArray<byte>(wanted + 2 * PersonIntake.Slack, pinned: true);
                var read = Fill(chunk.Text.AsSpan(0, wanted));
                var atEnd = _position + read >= table.Length;
                chunk.HasQuotes = chunk.Text.AsSpan(0, read).Contains((byte)'"');
                var end = atEnd ? read : RowSplitter.EndOfLastRow(chunk.Text.AsSpan(0, read), table.Delimiter, chunk.HasQuotes);
                if (end == 0 && wanted < LongestRow)
                {
                    wanted *= 2;
                    continue;
                }

                // A row beyond all bounds is cut; both halves are reported as broken rows.
                if (end == 0) end = read;
                chunk.Length = end;
                chunk.Index = _next++;
                chunk.FirstLine = _line;
                _line += chunk.Text.AsSpan(0, end).Count((byte)'\n');
                Volatile.Write(ref _position, _position + end);
                chunk.Text.AsSpan(end, 2 * PersonIntake.Slack).Clear();
                return true;
            }
        }
    }

    private int Fill(Span<byte> to)
    {
        var filled = 0;
        while (filled < to.Length)
        {
            var read = RandomAccess.Read(table.Handle, to[filled..], _position + filled);
            if (read == 0) break;
            filled += read;
        }

        return filled;
    }
}
