namespace XacThuc.Matching.Indexing;

/// <summary>
/// One person in 16 bytes, all that authentication compares. <c>Key</c>, from the lowest bit: personal id (40), date of
/// birth (17), sex (2; 0 unknown), ambiguous (1: several people have this id). <c>Name</c> is a packed name.
/// An empty slot is all zero.
/// </summary>
internal struct Slot
{
    public const int DateShift = 40;
    public const int SexShift = 57;
    public const ulong IdMask = (1UL << DateShift) - 1;
    public const ulong ComparedMask = (1UL << 59) - 1;
    public const ulong AmbiguousFlag = 1UL << 59;

    public ulong Key;
    public ulong Name;

    public readonly bool IsEmpty => Key == 0;

    public readonly ulong Id => Key & IdMask;

    public readonly uint Date => (uint)(Key >> DateShift) & 0x1FFFF;

    public readonly uint Sex => (uint)(Key >> SexShift) & 3;

    public readonly bool IsAmbiguous => (Key & AmbiguousFlag) != 0;

    public static ulong MakeKey(ulong id, uint date, uint sex) => id | (ulong)date << DateShift | (ulong)sex << SexShift;
}

/// <summary>
/// What else is known of the person in the slot of the same place, in 8 bytes: old number (30 bits; all ones: none) and
/// commune of residence (17 bits; 0: unknown).
/// </summary>
internal readonly record struct Extra(ulong Bits)
{
    public const uint NoOldId = (1u << 30) - 1;

    public Extra(uint oldId, uint commune)
        : this(oldId | (ulong)commune << 30)
    {
    }

    public uint OldId => (uint)Bits & NoOldId;

    public bool HasOldId => OldId != NoOldId;

    public uint Commune => (uint)(Bits >> 30) & 0x1FFFF;

    public override string ToString() => nameof(Extra);
}
