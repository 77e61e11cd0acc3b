using System.Diagnostics.CodeAnalysis;

namespace XacThuc.Tables.Rows;

/// <summary>Writes the outcome of chunks in their order, whichever worker is done first.</summary>
public sealed class OrderedOutput(AtomicOutput output)
{
    private readonly Lock _turns = new();
    private readonly Dictionary<int, TextBuffer> _early = [];
    private readonly Stack<TextBuffer> _spare = [];
    private int _turn;
    private long _offset = output.Start;

    /// <summary>Writes the heading, before any chunk.</summary>
    public void WriteHeading(ReadOnlySpan<byte> heading)
    {
        RandomAccess.Write(output.Handle, heading, _offset);
        _offset += heading.Length;
    }

    /// <summary>
    /// Writes the outcome of a chunk when its turn has come. Until then it is kept, and the worker gets another buffer.
    /// </summary>
    public void Write(int chunk, ref TextBuffer text)
    {
        long offset;
        lock (_turns)
        {
            if (chunk != _turn)
            {
                _early[chunk] = text;
                text = _spare.TryPop(out var spare) ? spare : new TextBuffer();
                return;
            }

            offset = TakeTurn(text);
        }

        RandomAccess.Write(output.Handle, text.Written, offset);
        while (TryTakeEarly(out var next, out offset))
        {
            RandomAccess.Write(output.Handle, next.Written, offset);
            lock (_turns) _spare.Push(next);
        }
    }

    private bool TryTakeEarly([NotNullWhen(true)] out TextBuffer? next, out long offset)
    {
        lock (_turns)
        {
            offset = 0;
            if (!_early.Remove(_turn, out next)) return false;
            offset = TakeTurn(next);
            return true;
        }
    }

    private long TakeTurn(TextBuffer text)
    {
        var offset = _offset;
        _offset += text.Length;
        _turn++;
        return offset;
    }
}
