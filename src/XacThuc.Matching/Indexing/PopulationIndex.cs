using System.Runtime.Intrinsics.X86;
using XacThuc.Matching.Blocking;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Indexing.Packing;
using XacThuc.Matching.Indexing.Words;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Indexing;

/// <summary>
/// The register in its searchable form, in memory or mapped from a file. Immutable; any number of threads may ask.
/// </summary>
public sealed unsafe class PopulationIndex : IDisposable
{
    private readonly IDisposable[] _owned;
    private readonly IndexMapping? _mapping;
    private Roads? _roads;
    private NativeArray<Slot>? _warm;

    internal PopulationIndex(
        PopulationFacts facts, WordTable words, LongNames longNames, SlotTable slots, Extra* extras, OldIdTable oldIds,
        IDisposable[] owned, IndexMapping? mapping = null)
    {
        _mapping = mapping;
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

    internal SlotTable Slots { get; private set; }

    internal Extra* Extras { get; }

    internal OldIdTable OldIds { get; }

    /// <summary>Builds an index in memory from people in hand.</summary>
    public static PopulationIndex Build(IEnumerable<WrittenPerson> people)
    {
        using var builder = new PopulationBuilder();
        var intake = builder.NewIntake();
        foreach (var person in people) intake.Add(person);
        return builder.Build();
    }

    /// <summary>Whether several people have this personal id.</summary>
    public bool IsAmbiguous(PersonalId id)
    {
        var place = Slots.Find(id.Value);
        return place >= 0 && Slots.Pointer[place].IsAmbiguous;
    }

    /// <summary>
    /// Brings what each look-up touches into huge pages, which halves its cost; worth it before many look-ups. Does nothing
    /// to an index in memory.
    /// </summary>
    /// <returns>Whether what was read is what was written.</returns>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    public bool TryWarm(CancellationToken stop)
    {
        if (_mapping?.Find(SectionNames.Slots) is not { } section || _warm is not null) return true;
        var warm = new NativeArray<Slot>(Slots.Length, zeroed: false);
        if (!SectionChecksum.TryCopy(_mapping.At(section), (byte*)warm.Pointer, section.Length, section.Checksum, stop))
        {
            warm.Dispose();
            return false;
        }

        _warm = warm;
        Slots = new SlotTable(warm.Pointer, Slots.Lines);
        return true;
    }

    /// <summary>
    /// Whether the file that the index was opened from still holds what was written: reads what authentication needs, and
    /// the roads where suggestions are wanted too. May run beside the work itself. Always true of an index in memory.
    /// </summary>
    /// <exception cref="OperationCanceledException">The check was stopped.</exception>
    public bool IsIntact(bool withRoads, CancellationToken stop) => _mapping is not { } mapping ||
        mapping.HasCleanGaps() && mapping.Header.Sections.All(section =>
            !withRoads && section.Name.StartsWith("road", StringComparison.Ordinal) ||
            _warm is not null && section.Name is SectionNames.Slots || mapping.IsIntact(section, stop));

    /// <inheritdoc/>
    public void Dispose()
    {
        _roads?.Dispose();
        _warm?.Dispose();
        foreach (var owned in _owned) owned.Dispose();
    }

    /// <summary>Asks for what is known of the person in a slot, some time before it is looked at.</summary>
    internal void Prefetch(long place)
    {
        Slots.PrefetchPlace(place);
        if (Sse.IsSupported) Sse.Prefetch0(Extras + place);
    }

    /// <summary>The person in a slot, written out.</summary>
    internal WrittenPerson PersonAt(long place)
    {
        ref readonly var slot = ref Slots.Pointer[place];
        var extra = Extras[place];
        Span<int> codes = stackalloc int[NameReader.MaxWords];
        var count = WordsOf(slot.Name, codes);
        var words = new string[count];
        for (var i = 0; i < count; i++) words[i] = LetterCodes.Show(Words[codes[i]]);
        return new WrittenPerson(
            new PersonalId(slot.Id).InFull(), extra.HasOldId ? new OldId(extra.OldId).InFull() : "",
            string.Join(' ', words), slot.Sex switch { 1 => "Nam", 2 => "Nữ", _ => "" },
            PartialDate.FromPacked(slot.Date).InFull(),
            extra.Commune == 0 ? "" : extra.Commune.ToString("00000", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The roads to candidates, built when first asked for.</summary>
    internal Roads GetRoads() => _roads ??= _mapping?.FindRoads(Words) ?? Roads.Build(this);

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
