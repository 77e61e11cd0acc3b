namespace XacThuc.Matching.Blocking;

/// <summary>The roads to candidates. Each leads past another kind of damage.</summary>
internal enum RoadKind
{
    /// <summary>The same full date of birth; any part of the name may be damaged.</summary>
    Date,

    /// <summary>Family and given name; middle words and a part of the date may be damaged.</summary>
    FamilyGiven,

    /// <summary>Middle and given name; family name and a part of the date may be damaged.</summary>
    MiddleGiven,

    /// <summary>Family and middle name; given name and a part of the date may be damaged.</summary>
    FamilyMiddle,

    /// <summary>Day, month and given name; the year and another part of the name may be damaged.</summary>
    DayMonthGiven,

    /// <summary>Commune and given name; all of the date may be damaged.</summary>
    CommuneGiven,
}
