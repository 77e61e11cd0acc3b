using XacThuc.Matching.Blocking;

namespace XacThuc.Matching.Indexing.Packing;

/// <summary>
/// Whether the sections of a header lie within the file and are as long as their details say. A header that says
/// otherwise, whatever its checksum, would send look-ups beyond the mapping.
/// </summary>
internal static unsafe class SectionShapes
{
    private static readonly HashSet<string> Names = AllNames();

    public static bool Hold(IndexHeader header)
    {
        var end = (long)IndexHeader.Size;
        foreach (var section in header.Sections)
        {
            if (!LiesBetween(section, end, header.FileLength) || !HasLength(section, header)) return false;
            end = section.Offset + section.Length;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in header.Sections)
            if (!Names.Contains(section.Name) || !names.Add(section.Name)) return false;
        return names.Count == Names.Count;
    }

    private static HashSet<string> AllNames()
    {
        var names = new HashSet<string>(StringComparer.Ordinal)
        {
            SectionNames.Slots, SectionNames.Extras, SectionNames.OldIds, SectionNames.Letters, SectionNames.WordEnds,
            SectionNames.LongCodes, SectionNames.LongEnds,
        };
        foreach (var kind in Roads.Kinds)
        {
            names.Add(SectionNames.StartsOf(kind));
            names.Add(SectionNames.EntriesOf(kind));
        }

        return names;
    }

    private static bool LiesBetween(IndexSection section, long start, long fileLength) =>
        section.Offset >= start && section.Length >= 0 && section.Detail >= 0 &&
        section.Offset <= fileLength && section.Length <= fileLength - section.Offset;

    private static bool HasLength(IndexSection section, IndexHeader header) => section.Name switch
    {
        SectionNames.Slots => IsTable(section, SlotTable.SlotsPerLine * sizeof(Slot)) && SuitsSlots(section, header),
        SectionNames.OldIds => IsTable(section, OldIdTable.EntriesPerLine * sizeof(ulong)),
        SectionNames.WordEnds => section.Length / sizeof(int) == section.Detail + 1,
        _ => !IsStarts(section.Name) ||
            section.Detail is > 0 and < 32 && section.Length == ((1L << (int)section.Detail) + 1) * sizeof(uint),
    };

    private static bool IsTable(IndexSection section, int lineBytes) =>
        section.Detail > 0 && section.Length % lineBytes == 0 && section.Length / lineBytes == section.Detail;

    private static bool SuitsSlots(IndexSection slots, IndexHeader header) =>
        header.Facts.People >= 0 && header.Facts.People <= slots.Length / sizeof(Slot) && header.Sections.Any(section =>
            string.Equals(section.Name, SectionNames.Extras, StringComparison.Ordinal) &&
            section.Length == slots.Length / sizeof(Slot) * sizeof(Extra));

    private static bool IsStarts(string name) =>
        Roads.Kinds.Any(kind => string.Equals(SectionNames.StartsOf(kind), name, StringComparison.Ordinal));
}
