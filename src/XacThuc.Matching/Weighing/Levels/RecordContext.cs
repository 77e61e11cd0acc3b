using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Weighing.Levels;

/// <summary>What the record's number is, before any candidate is looked at.</summary>
internal enum NumberContext : byte
{
    /// <summary>Somebody has it.</summary>
    Owned,

    /// <summary>It is whole, and nobody has it.</summary>
    Unowned,

    /// <summary>It has a digit too few or too many.</summary>
    OtherLength,
}

/// <summary>What a part of the record's name is, before any candidate is looked at.</summary>
internal enum NameContext : byte
{
    /// <summary>Words that people of the register have.</summary>
    Known,

    /// <summary>A word that nobody in the register has: mistyped, most likely.</summary>
    Foreign,

    /// <summary>The whole name is written without marks.</summary>
    Unmarked,
}

/// <summary>What the record's date is, before any candidate is looked at.</summary>
internal enum DateContext : byte
{
    /// <summary>A full date.</summary>
    Full,

    /// <summary>The first of January, as is written for those who know the year only.</summary>
    NewYear,

    /// <summary>A year, or a year and month.</summary>
    Partial,
}

/// <summary>
/// What can be seen of a record by itself. The same m and u would be wrong for a word that nobody has and for one that
/// many have: levels are weighed within the context in which they were reached.
/// </summary>
internal readonly record struct RecordContext(
    NumberContext Number, NameContext Family, NameContext Middle, NameContext Given, DateContext Date)
{
    public static RecordContext Of(SoughtRecord record)
    {
        var words = record.Words;
        var date = record.Fields.Date;
        return new RecordContext(
            OfNumber(record),
            OfName(record, words.Length > 1 ? words[..1] : []),
            OfName(record, words.Length > 2 ? words[1..^1] : []),
            OfName(record, words.IsEmpty ? [] : words[^1..]),
            !date.IsFull ? DateContext.Partial
                : date is { Month: 1, Day: 1 } ? DateContext.NewYear : DateContext.Full);
    }

    public int Of(EvidenceField field) => field switch
    {
        EvidenceField.Number => (int)Number,
        EvidenceField.FamilyName => (int)Family,
        EvidenceField.MiddleName => (int)Middle,
        EvidenceField.GivenName => (int)Given,
        EvidenceField.Date => (int)Date,
        EvidenceField.Sex or EvidenceField.Commune => 0,
    };

    private static NumberContext OfNumber(SoughtRecord record) =>
        record.Owner >= 0 ? NumberContext.Owned
        : record.Fields.Number.Kind is NumberKind.Personal or NumberKind.Old ? NumberContext.Unowned
        : NumberContext.OtherLength;

    private static NameContext OfName(SoughtRecord record, ReadOnlySpan<int> part)
    {
        foreach (var word in part)
            if (word >= NameReader.FirstForeign) return record.IsUnmarked ? NameContext.Unmarked : NameContext.Foreign;
        return record.IsUnmarked ? NameContext.Unmarked : NameContext.Known;
    }
}
