using XacThuc.Cli.Files;

namespace XacThuc.Cli.Rows;

/// <summary>Writes the outcome of chunks in their order, whichever worker is done first.</summary>
internal sealed class OrderedOutput(AtomicOutput output)
{
    private readonly Lock _turns = new();
    private readonly Dictionary<int, byte[]> _early = [];
    private int _turn;
    private long _offset;

    /// <summary>Writes the heading, before any chunk.</summary>
    public void WriteHeading(ReadOnlySpan<byte> heading) => _offset = Write(heading, _offset);

    /// <summary>Writes the outcome of a chunk when its turn has come; keeps a copy until then.</summary>
    public void Write(int chunk, ReadOnlySpan<byte> text)
    {
        long offset;
        lock (_turns)
        {
            if (chunk != _turn)
            {
                _early[chunk] = text.ToArray();
                return;
            }

            offset = _offset;
            _offset += text.Length;
            _turn++;
            if (_early.Count > 0) offset = WriteEarly(text, offset);
        }

        if (offset >= 0) Write(text, offset);
    }

    private long WriteEarly(ReadOnlySpan<byte> text, long offset)
    {
        Write(text, offset);
        while (_early.Remove(_turn, out var next))
        {
            _offset = Write(next, _offset);
            _turn++;
        }

        return -1;
    }

    private long Write(ReadOnlySpan<byte> text, long offset)
    {
        RandomAccess.Write(output.Handle, text, offset);
        return offset + text.Length;
    }
}
