namespace XacThuc.Matching.Indexing;

/// <summary>Where a field lies in the text around it.</summary>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="Length">Length in bytes.</param>
public readonly record struct FieldPlace(int Start, int Length)
{
    /// <summary>The bytes of the field.</summary>
    public unsafe ReadOnlySpan<byte> Of(byte* text) => new(text + Start, Length);

    /// <summary>The bytes of the field.</summary>
    public ReadOnlySpan<byte> In(byte[] text) => text.AsSpan(Start, Length);
}
