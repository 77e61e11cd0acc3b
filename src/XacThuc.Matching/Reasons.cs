using System.Numerics;

namespace XacThuc.Matching;

/// <summary>A set of <see cref="Reason"/>s, in the order of their declaration. Eight bytes, no allocation.</summary>
public readonly record struct Reasons
{
    private static readonly string[] Codes =
    [
        "name.missing", "name.unreadable", "name.marks_missing", "name.tone", "name.letter", "name.word_missing",
        "name.word_added", "name.word_order", "name.words_joined", "name.telex", "name.spelling", "name.different",
        "dob.missing", "dob.unreadable", "dob.day_month_swapped", "dob.less_precise", "dob.more_precise", "dob.day",
        "dob.month", "dob.year", "dob.different",
        "sex.missing", "sex.unreadable", "sex.different",
        "id.digit", "id.transposed", "id.old_number", "id.leading_zeros", "id.unknown", "id.ambiguous",
        "id.belongs_to_other", "id.missing", "id.malformed", "id.disagrees_with_sex", "id.disagrees_with_year",
        "row.unreadable",
    ];

    private readonly ulong _bits;

    private Reasons(ulong bits) => _bits = bits;

    /// <summary>No reason.</summary>
    public static Reasons None => default;

    /// <summary>The set as 64 bits; bit <c>n</c> stands for the reason of value <c>n</c>.</summary>
    public ulong Bits => _bits;

    /// <summary>Whether the set is empty.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>The set of one reason.</summary>
    public static implicit operator Reasons(Reason reason) => new(1UL << (int)reason);

    /// <summary>The union of both sets.</summary>
    public static Reasons operator |(Reasons left, Reasons right) => new(left._bits | right._bits);

    /// <summary>The set of one reason.</summary>
    public static Reasons Of(Reason reason) => reason;

    /// <summary>The set of its <see cref="Bits"/>.</summary>
    public static Reasons OfBits(ulong bits) => new(bits);

    /// <summary>
    /// What the health side may see: reasons that speak of the record alone. Those that were found by looking at the
    /// register's person describe the register, and are for the police side only.
    /// </summary>
    public Reasons OfRecordAlone => new(_bits & Alone._bits);

    private static Reasons Alone { get; } = Reasons.Of(Reason.NameMissing) | Reason.NameUnreadable | Reason.DobMissing |
        Reason.DobUnreadable | Reason.SexMissing | Reason.SexUnreadable | Reason.IdMissing | Reason.IdMalformed |
        Reason.IdDisagreesWithSex | Reason.IdDisagreesWithYear | Reason.IdOldNumber | Reason.IdLeadingZeros | Reason.RowUnreadable;

    /// <summary>The stable code of a reason, <c>field.reason</c>.</summary>
    public static string Code(Reason reason) => Codes[(int)reason];

    /// <summary>The reason of a code, or <see langword="null"/>.</summary>
    public static Reason? Find(string code)
    {
        var at = Array.IndexOf(Codes, code);
        return at < 0 ? null : (Reason)at;
    }

    /// <summary>Whether the set holds the reason.</summary>
    public bool Contains(Reason reason) => (_bits >> (int)reason & 1) != 0;

    /// <summary>The reasons of the set, in order of declaration.</summary>
    public IEnumerable<Reason> Each()
    {
        for (var rest = _bits; rest != 0; rest &= rest - 1) yield return (Reason)BitOperations.TrailingZeroCount(rest);
    }

    /// <summary>The codes joined by <c>;</c>, as they stand in files.</summary>
    public override string ToString()
    {
        var codes = new List<string>();
        for (var rest = _bits; rest != 0; rest &= rest - 1) codes.Add(Codes[BitOperations.TrailingZeroCount(rest)]);
        return string.Join(';', codes);
    }
}
