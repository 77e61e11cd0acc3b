using Microsoft.Win32.SafeHandles;
using XacThuc.Tables.Headings;

namespace XacThuc.Tables.Text;

/// <summary>
/// Copies the rows of a text whose columns must first be put together. Each row keeps its bytes and so its lines;
/// what was put together stands before them, in the order of the contract.
/// </summary>
public static class RowRewriting
{
    private const int PieceBytes = 1 << 20;
    private const int LongestRow = 1 << 24;

    /// <param name="file">UTF-8, rows from <paramref name="start"/> on.</param>
    /// <param name="start">Offset of the first row of data.</param>
    /// <param name="length">Length of the file.</param>
    /// <param name="delimiter">The byte between cells.</param>
    /// <param name="sources">Where the wanted columns come from.</param>
    public static SafeFileHandle Rewrite(
        SafeFileHandle file, long start, long length, byte delimiter, CellSource[] sources)
    {
        var copy = TemporaryFile.Create();
        try
        {
            var derived = Array.FindAll(sources, source => source.IsDerived);
            using var output = new TemporaryWriter(copy);
            var buffer = new byte[PieceBytes];
            var filled = 0;
            while (start < length)
            {
                while (filled < buffer.Length
                    && RandomAccess.Read(file, buffer.AsSpan(filled), start + filled) is > 0 and var read) filled += read;
                if (filled == 0) break;
                var piece = buffer.AsSpan(0, filled);
                var rows = TextRows.Read(piece, delimiter, int.MaxValue, start + filled >= length);
                foreach (var row in rows) Write(output, row.Cells, piece[row.Start..row.End], delimiter, derived);

                var used = rows.Count > 0 ? rows[^1].End
                    : buffer.Length >= LongestRow || start + filled >= length ? BreakUp(output, piece, delimiter, derived)
                    : 0;
                if (used == 0) Array.Resize(ref buffer, buffer.Length * 2);
                piece[used..].CopyTo(buffer);
                filled -= used;
                start += used;
            }

            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    private static void Write(
        TemporaryWriter output, string[] cells, ReadOnlySpan<byte> row, byte delimiter, CellSource[] derived)
    {
        row = row.TrimEnd("\r\n"u8);
        if (!row.IsEmpty)
        {
            foreach (var source in derived)
            {
                output.WriteCell(source.Read(column => column < cells.Length ? cells[column] : ""), delimiter);
                output.Write(delimiter);
            }

            output.Write(row);
        }

        output.Write((byte)'\n');
    }

    // A quote that nobody closes would swallow the rest of the file: its line becomes a row, the quote a plain mark.
    private static int BreakUp(TemporaryWriter output, ReadOnlySpan<byte> piece, byte delimiter, CellSource[] derived)
    {
        var end = piece.IndexOf((byte)'\n') + 1;
        var row = (end == 0 ? piece : piece[..end]).ToArray();
        row.AsSpan().Replace((byte)'"', (byte)'\'');
        Write(output, [], row, delimiter, derived);
        return row.Length;
    }
}
