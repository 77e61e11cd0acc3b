using XacThuc.Matching.Blocking.Keys;

namespace XacThuc.Matching.Blocking;

/// <summary>The key and tag under which a person, or a record seeking one, stands on each road.</summary>
internal readonly record struct RoadEntry(uint Hash, uint Tag)
{
    public static RoadEntry Of(RoadKind road, NameKeys name, uint date, uint commune) => road switch
    {
        // A date's hash is itself, in the highest bits, so that its bucket holds nothing else.
        RoadKind.Date => new(date << 15,
            NameKeys.Byte(name.Given) << 24 | NameKeys.Byte(name.Family) << 16 | NameKeys.Byte(name.Middle) << 8 | (commune & 0xFF)),
        RoadKind.FamilyGiven => new(NameKeys.Mix(name.Family, name.Given), DateTag(date, name.Middle, commune)),
        RoadKind.MiddleGiven => new(NameKeys.Mix(name.Middle + 77, name.Given), DateTag(date, name.Family, commune)),
        RoadKind.FamilyMiddle => new(NameKeys.Mix(name.Family, name.Middle + 7777), DateTag(date, name.Given, commune)),
        RoadKind.DayMonthGiven => new(NameKeys.Mix(name.Given, (date & 0x1FF) * 0x01000193),
            (date >> 9) << 24 | NameKeys.Byte(name.Family) << 16 | NameKeys.Byte(name.Middle) << 8 | (commune & 0xFF)),
        RoadKind.CommuneGiven => new(NameKeys.Mix(name.Given, commune * 0x01000193 + 5),
            (date >> 9) << 24 | NameKeys.Byte(name.Family) << 16 | NameKeys.Byte(name.Middle) << 8 | DayMonthByte(date)),
    };

    public static uint DayMonthByte(uint date) => ((date >> 5 & 15) * 31 + (date & 31)) & 0xFF;

    // Date (17 bits), a part of the name (8 bits), commune (7 bits).
    private static uint DateTag(uint date, uint part, uint commune) =>
        date << 15 | NameKeys.Byte(part) << 7 | (commune & 0x7F);
}
