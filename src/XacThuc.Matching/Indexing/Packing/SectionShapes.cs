using XacThuc.Matching.Blocking;

namespace XacThuc.Matching.Indexing.Packing;

/// <summary>
/// Whether the sections of a header lie within the file and are as long as their details say. A header that says
/// otherwise, whatever its checksum, would send look-ups beyond the mapping.
/// </summary>
internal static unsafe class SectionShapes
{
    public static bool Hold(IndexHeader header) => header.Sections.All(section => LiesWithin(section, header.FileLength)) &&
        header.Sections.All(section => HasLength(section, header.Sections));

    private static bool LiesWithin(IndexSection section, long fileLength) =>
        section.Offset >= IndexHeader.Size && section.Length >= 0 && section.Detail >= 0 &&
        section.Offset <= fileLength && section.Length <= fileLength - section.Offset;

    private static bool HasLength(IndexSection section, IReadOnlyList<IndexSection> all) => section.Name switch
    {
        SectionNames.Slots => IsTable(section, SlotTable.SlotsPerLine * sizeof(Slot)) && ExtrasMatch(section, all),
        SectionNames.OldIds => IsTable(section, OldIdTable.EntriesPerLine * sizeof(ulong)),
        SectionNames.WordEnds => section.Length / sizeof(int) == section.Detail + 1,
        _ => !IsStarts(section.Name) ||
            section.Detail is > 0 and < 32 && section.Length == ((1L << (int)section.Detail) + 1) * sizeof(uint),
    };

    private static bool IsTable(IndexSection section, int lineBytes) =>
        section.Detail > 0 && section.Length % lineBytes == 0 && section.Length / lineBytes == section.Detail;

    private static bool ExtrasMatch(IndexSection slots, IReadOnlyList<IndexSection> all) => all.Any(section =>
        string.Equals(section.Name, SectionNames.Extras, StringComparison.Ordinal) &&
        section.Length == slots.Length / sizeof(Slot) * sizeof(Extra));

    private static bool IsStarts(string name) =>
        Roads.Kinds.Any(kind => string.Equals(SectionNames.StartsOf(kind), name, StringComparison.Ordinal));
}
