using Microsoft.Win32.SafeHandles;

namespace XacThuc.Tables;

/// <summary>The one file open while a table is made of it: the user's, then each copy in place of the last.</summary>
public sealed class HeldFile : IDisposable
{
    private SafeFileHandle? _handle;

    public bool IsOpened => _handle is not null;

    public SafeFileHandle Handle => _handle ?? throw new InvalidOperationException("Nothing was opened.");

    public long Length => RandomAccess.GetLength(Handle);

    public bool IsSeekable
    {
        get
        {
            using var stream = AsStream();
            return stream.CanSeek;
        }
    }

    public void Take(SafeFileHandle next)
    {
        _handle?.Dispose();
        _handle = next;
    }

    public byte[] Head(int most)
    {
        var head = new byte[(int)Math.Min(most, Length)];
        var filled = 0;
        while (filled < head.Length && RandomAccess.Read(Handle, head.AsSpan(filled), filled) is > 0 and var read)
            filled += read;
        return head.Length == filled ? head : head[..filled];
    }

    /// <summary>A stream over the file from its beginning; closing it leaves the file open.</summary>
    public FileStream AsStream() =>
        new(new SafeFileHandle(Handle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read, bufferSize: 0);

    public void Dispose() => _handle?.Dispose();
}
