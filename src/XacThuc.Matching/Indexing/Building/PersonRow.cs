namespace XacThuc.Matching.Indexing.Building;

/// <summary>One person on the way into the tables.</summary>
internal readonly record struct PersonRow(ulong Key, ulong Name, Extra Extra)
{
    public ulong Id => Key & Slot.IdMask;

    public override string ToString() => nameof(PersonRow);
}
