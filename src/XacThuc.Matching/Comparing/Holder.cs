namespace XacThuc.Matching.Comparing;

/// <summary>A holder of an old card number, and how many fields of the record are right of this person.</summary>
internal readonly record struct Holder(long Place, int Right, ulong Id, ulong Key)
{
    public static Holder Nobody { get; } = new(-1, -1, ulong.MaxValue, ulong.MaxValue);

    public bool IsAnybody => Place >= 0;

    /// <summary>
    /// Whether this one is meant rather than the other: more fields right, then the smaller personal id, then the earlier
    /// date. Where the two stand in their tables says nothing.
    /// </summary>
    public bool IsBefore(in Holder other) =>
        Right != other.Right ? Right > other.Right : Id != other.Id ? Id < other.Id : Key < other.Key;

    public override string ToString() => nameof(Holder);
}
