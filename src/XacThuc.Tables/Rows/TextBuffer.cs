using System.Runtime.CompilerServices;

namespace XacThuc.Tables.Rows;

/// <summary>Growing UTF-8 text that is written again and again.</summary>
public sealed class TextBuffer
{
    private byte[] _bytes = new byte[1 << 16];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
    }

    /// <summary>Adds two texts, one behind the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var room = Room(first.Length + second.Length);
        first.CopyTo(room);
        second.CopyTo(room[first.Length..]);
        Length += first.Length + second.Length;
    }

    public void Add(byte character)
    {
        Room(1)[0] = character;
        Length++;
    }

    public void Add(long number)
    {
        number.TryFormat(Room(24), out var written);
        Length += written;
    }

    /// <summary>Adds a cell of a comma-separated file, quoted where it must be.</summary>
    public void AddCell(ReadOnlySpan<byte> text)
    {
        // Not by SearchValues: looking through so short a text by them is compiled only when it has run for long.
        if (!text.ContainsAny((byte)',', (byte)'"', (byte)'\n') && !text.Contains((byte)'\r'))
        {
            Add(text);
            return;
        }

        Add((byte)'"');
        foreach (var b in text)
        {
            if (b == '"') Add(b);
            Add(b);
        }

        Add((byte)'"');
    }

    /// <summary>Room for so many bytes; <see cref="Advance"/> says how many were used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count) Grow(count);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
}
