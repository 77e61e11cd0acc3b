using XacThuc.Matching;

namespace XacThuc.Platform.Authentication;

/// <summary>Status and four verdicts of one record in 14 bits: few different ones, so that runs are counted by them.</summary>
public readonly record struct Outcome(short Packed)
{
    /// <summary>Packs them.</summary>
    public Outcome(RecordStatus status, FieldVerdict name, FieldVerdict sex, FieldVerdict date, FieldVerdict number)
        : this((short)((int)status | (int)name << 2 | (int)sex << 5 | (int)date << 8 | (int)number << 11))
    {
    }

    /// <summary>The status.</summary>
    public RecordStatus Status => (RecordStatus)(Packed & 3);

    /// <summary>Verdict of the name.</summary>
    public FieldVerdict Name => (FieldVerdict)(Packed >> 2 & 7);

    /// <summary>Verdict of the sex.</summary>
    public FieldVerdict Sex => (FieldVerdict)(Packed >> 5 & 7);

    /// <summary>Verdict of the date of birth.</summary>
    public FieldVerdict Date => (FieldVerdict)(Packed >> 8 & 7);

    /// <summary>Verdict of the number.</summary>
    public FieldVerdict Number => (FieldVerdict)(Packed >> 11 & 7);

    /// <summary>The verdict of a field.</summary>
    public FieldVerdict VerdictOf(MandatoryField field) => field switch
    {
        MandatoryField.Name => Name,
        MandatoryField.Sex => Sex,
        MandatoryField.DateOfBirth => Date,
        MandatoryField.Number => Number,
    };
}
