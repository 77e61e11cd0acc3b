using System.Text;
using Microsoft.Win32.SafeHandles;

namespace XacThuc.Tables;

/// <summary>Writes a temporary file from its beginning on, in large pieces.</summary>
public sealed class TemporaryWriter(SafeFileHandle file) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 18];
    private int _filled;
    private long _written;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _filled) Flush();
        if (bytes.Length > _buffer.Length)
        {
            RandomAccess.Write(file, bytes, _written);
            _written += bytes.Length;
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_filled));
        _filled += bytes.Length;
    }

    public void Write(byte one) => Write([one]);

    /// <summary>One cell of a delimited row; it never holds a row end, so that a row is a line.</summary>
    public void WriteCell(string text, byte delimiter)
    {
        if (text.Length == 0) return;
        var line = text.AsSpan().ContainsAny('\r', '\n') ? text.ReplaceLineEndings(" ").Replace('\r', ' ') : text;
        var isQuoted = line.Contains('"', StringComparison.Ordinal) || line.Contains((char)delimiter, StringComparison.Ordinal);
        if (isQuoted) line = '"' + line.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        var most = Encoding.UTF8.GetMaxByteCount(line.Length);
        if (most > _buffer.Length)
        {
            Write(Encoding.UTF8.GetBytes(line));
            return;
        }

        if (most > _buffer.Length - _filled) Flush();
        _filled += Encoding.UTF8.GetBytes(line, _buffer.AsSpan(_filled));
    }

    public void Dispose() => Flush();

    private void Flush()
    {
        RandomAccess.Write(file, _buffer.AsSpan(0, _filled), _written);
        _written += _filled;
        _filled = 0;
    }
}
