using XacThuc.Matching.Blocking;

namespace XacThuc.Matching.Indexing.Packing;

/// <summary>The names of the sections of a packed index, by which writer and reader find each other.</summary>
internal static class SectionNames
{
    public const string Slots = "slots";
    public const string Extras = "extras";
    public const string OldIds = "old-ids";
    public const string Letters = "letters";
    public const string WordEnds = "word-ends";
    public const string LongCodes = "long-codes";
    public const string LongEnds = "long-ends";

    public static string StartsOf(RoadKind road) => $"road{(int)road}-starts";

    public static string EntriesOf(RoadKind road) => $"road{(int)road}-entries";
}
