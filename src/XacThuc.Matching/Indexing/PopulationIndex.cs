namespace XacThuc.Matching.Indexing;

/// <summary>
/// The register in its searchable form, in memory or mapped from a file. Immutable; any number of threads may ask.
/// </summary>
public sealed unsafe class PopulationIndex : IDisposable
{
    private readonly IDisposable[] _owned;

    internal PopulationIndex(
        PopulationFacts facts, WordTable words, LongNames longNames, SlotTable slots, Extra* extras, OldIdTable oldIds,
        IDisposable[] owned)
    {
        Facts = facts;
        Words = words;
        LongNames = longNames;
        Slots = slots;
        Extras = extras;
        OldIds = oldIds;
        _owned = owned;
    }

    /// <summary>What is worth knowing of the register.</summary>
    public PopulationFacts Facts { get; }

    internal WordTable Words { get; }

    internal LongNames LongNames { get; }

    internal SlotTable Slots { get; }

    internal Extra* Extras { get; }

    internal OldIdTable OldIds { get; }

    /// <summary>Builds an index in memory from people in hand.</summary>
    public static PopulationIndex Build(IEnumerable<WrittenPerson> people)
    {
        using var builder = new PopulationBuilder();
        var intake = builder.NewIntake();
        var text = new WrittenFields();
        foreach (var person in people)
        {
            text.Set(
                person.PersonalId, person.OldId, person.FullName, person.Sex, person.DateOfBirth, person.CommuneCode);
            fixed (byte* bytes = text.Bytes) intake.Add(bytes, text.Places);
        }

        return builder.Build();
    }

    /// <summary>Whether several people have this personal id.</summary>
    public bool IsAmbiguous(PersonalId id)
    {
        var place = Slots.Find(id.Value);
        return place >= 0 && Slots.Pointer[place].IsAmbiguous;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var owned in _owned) owned.Dispose();
    }

    internal int WordsOf(ulong packed, Span<int> codes)
    {
        if (PackedName.IsLong(packed))
        {
            var longName = LongNames[PackedName.LongPlace(packed)];
            longName.CopyTo(codes);
            return longName.Length;
        }

        var count = 0;
        for (; packed != 0; packed >>= 16) codes[count++] = (int)(packed & 0xFFFF);
        return count;
    }
}
