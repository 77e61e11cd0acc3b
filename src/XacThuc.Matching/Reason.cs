namespace XacThuc.Matching;

/// <summary>
/// Why a field is wrong, or what is worth knowing of one that is right. The code of each (<see cref="Reasons.Code"/>)
/// is stable: it stands in files, messages and translations.
/// </summary>
public enum Reason : byte
{
    /// <summary>Nothing is written where the name should be.</summary>
    NameMissing,

    /// <summary>What is written cannot be a name: it has no letter.</summary>
    NameUnreadable,

    /// <summary>The name lacks marks or tones of the register's name and has no other difference.</summary>
    NameMarksMissing,

    /// <summary>A word carries another tone, or a tone too many.</summary>
    NameTone,

    /// <summary>One letter of a word is another, missing or too many.</summary>
    NameLetter,

    /// <summary>A word of the register's name is missing.</summary>
    NameWordMissing,

    /// <summary>A word is there that the register's name does not have.</summary>
    NameWordAdded,

    /// <summary>The same words stand in another order.</summary>
    NameWordOrder,

    /// <summary>Words are written together, or one is written apart.</summary>
    NameWordsJoined,

    /// <summary>Keys of the Telex or VNI input method were typed but not converted.</summary>
    NameTelex,

    /// <summary>A word is written as it may sound: i/y, tr/ch, s/x, d/gi/r, l/n and the like.</summary>
    NameSpelling,

    /// <summary>The name is another.</summary>
    NameDifferent,

    /// <summary>Nothing is written where the date of birth should be.</summary>
    DobMissing,

    /// <summary>The date of birth is no possible date of a living person.</summary>
    DobUnreadable,

    /// <summary>Day and month are exchanged.</summary>
    DobDayMonthSwapped,

    /// <summary>The record knows less of the date than the register (a year only, say).</summary>
    DobLessPrecise,

    /// <summary>The record claims a day or month that the register does not know.</summary>
    DobMorePrecise,

    /// <summary>Only the day differs.</summary>
    DobDay,

    /// <summary>Only the month differs.</summary>
    DobMonth,

    /// <summary>Only the year differs.</summary>
    DobYear,

    /// <summary>The date is another in more than one part.</summary>
    DobDifferent,

    /// <summary>Nothing is written where the sex should be.</summary>
    SexMissing,

    /// <summary>What is written is neither sex.</summary>
    SexUnreadable,

    /// <summary>The sex is the other.</summary>
    SexDifferent,

    /// <summary>One digit of the number differs from, is missing from or is too many for the person's number.</summary>
    IdDigit,

    /// <summary>Two neighbouring digits of the person's number are exchanged.</summary>
    IdTransposed,

    /// <summary>The number is the person's old card number (CMND): right, and worth replacing.</summary>
    IdOldNumber,

    /// <summary>A spreadsheet dropped leading zeros of the number: right, and worth restoring.</summary>
    IdLeadingZeros,

    /// <summary>The number is well-formed but nobody in the register has it.</summary>
    IdUnknown,

    /// <summary>More than one person answers to the number.</summary>
    IdAmbiguous,

    /// <summary>The number is another person's.</summary>
    IdBelongsToOther,

    /// <summary>No number is written.</summary>
    IdMissing,

    /// <summary>What is written cannot be a number.</summary>
    IdMalformed,

    /// <summary>A warning: the century and sex digit of the number says another sex than the record.</summary>
    IdDisagreesWithSex,

    /// <summary>A warning: the century and year digits of the number say another year than the record.</summary>
    IdDisagreesWithYear,

    /// <summary>The line of the file could not be read as a record.</summary>
    RowUnreadable,
}
