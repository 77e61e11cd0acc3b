using System.Runtime.CompilerServices;

namespace XacThuc.Matching.Weighing.Levels;

/// <summary>The fields that are weighed, in the order of explanations.</summary>
internal enum EvidenceField
{
    Number,
    FamilyName,
    MiddleName,
    GivenName,
    Date,
    Sex,
    Commune,
}

/// <summary>Comparison levels of one part of the name.</summary>
internal enum NameLevel : byte
{
    Same,
    Marks,
    Sound,
    OneLetter,
    TwoLetters,
    Moved,
    Missing,
    Different,
}

/// <summary>Comparison levels of the date of birth.</summary>
internal enum DateLevel : byte
{
    Same,
    Swapped,
    Day,
    Month,
    YearClose,
    YearOther,
    LessPrecise,
    MorePrecise,
    OnlyYearSame,
    Different,
    Unknown,
}

/// <summary>Comparison levels of the number.</summary>
internal enum NumberLevel : byte
{
    Same,
    SameOld,
    OneDigit,
    Transposed,
    LostOrAdded,
    TwoDigits,

    /// <summary>The number is somebody's of the same commune and family name.</summary>
    Relative,

    /// <summary>The number is somebody's of the same commune.</summary>
    Neighbour,
    Different,
    Unknown,
}

/// <summary>Comparison levels of the sex.</summary>
internal enum SexLevel : byte
{
    Same,
    Different,
    Unknown,
}

/// <summary>Comparison levels of the commune of residence.</summary>
internal enum CommuneLevel : byte
{
    Same,

    /// <summary>A code near by, as codes of one district are.</summary>
    Near,
    Different,
    Unknown,
}

/// <summary>
/// What speaks for one candidate: for each field the comparison level in the record's context, and the logarithm of how often a random person of
/// the register would reach it (u, with term frequency).
/// </summary>
internal struct Evidence
{
    public const int Fields = 7;

    public LevelArray Levels;
    public LogUArray LogU;

    /// <summary>Sets what a field came to; its level is kept together with the record's context.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(EvidenceField field, RecordContext context, int level, double u)
    {
        Levels[(int)field] = (byte)(context.Of(field) * EvidenceLevels.Count(field) + level);
        LogU[(int)field] = u == 1 ? 0 : MathF.Log((float)u);
    }

    /// <summary>Puts another level in the place of a field's, as rare by chance and in the same context.</summary>
    public void Put(EvidenceField field, int level) =>
        Levels[(int)field] = (byte)(ContextOf(field) * EvidenceLevels.Count(field) + level);

    /// <summary>The comparison level of a field, whatever the context.</summary>
    public readonly int LevelOf(EvidenceField field) => Levels[(int)field] % EvidenceLevels.Count(field);

    public readonly int ContextOf(EvidenceField field) => Levels[(int)field] / EvidenceLevels.Count(field);

    [InlineArray(Fields)]
    public struct LevelArray
    {
        private byte _first;
    }

    [InlineArray(Fields)]
    public struct LogUArray
    {
        private float _first;
    }
}
