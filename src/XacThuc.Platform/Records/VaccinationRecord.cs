using XacThuc.Matching;

namespace XacThuc.Platform.Records;

/// <summary>
/// One person's vaccination record as health keeps it: what people wrote, beside it what was read, and what the last
/// authentication said of it.
/// </summary>
public sealed class VaccinationRecord
{
    /// <summary>Key; rises in the order of import.</summary>
    public long Id { get; private set; }

    /// <summary>Public reference, the same for ever and in every message over the border.</summary>
    public required string Ref { get; init; }

    /// <summary>The id that the file gave, as written there; none where the file has no ids.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The unit that works on the record.</summary>
    public required long UnitId { get; set; }

    /// <summary>The unit that brought it: within it the same record is recognised by <see cref="SameKey"/>.</summary>
    public required long BroughtById { get; init; }

    /// <summary>Hash of the file's id, or of the content where there is none: brought again it is the same record.</summary>
    public required byte[] SameKey { get; init; }

    /// <summary>The last import that brought it.</summary>
    public required long ImportId { get; set; }

    /// <summary>Its line there.</summary>
    public required long Line { get; set; }

    /// <summary>Full name as written; names of old fonts are decoded.</summary>
    public required string FullName { get; set; }

    /// <summary>Sex as written.</summary>
    public required string Sex { get; set; }

    /// <summary>Date of birth as written.</summary>
    public required string DateOfBirth { get; set; }

    /// <summary>Number as written.</summary>
    public required string IdNumber { get; set; }

    /// <summary>Commune of residence, five digits, or empty.</summary>
    public required string CommuneCode { get; set; }

    /// <summary>Hamlet as written, or empty.</summary>
    public string Hamlet { get; set; } = "";

    /// <summary>The name as read: small letters without marks.</summary>
    public required string NameSearch { get; set; }

    /// <summary>The name as read: by the Vietnamese alphabet, given name first.</summary>
    public required string NameSort { get; set; }

    /// <summary>The number as read: digits, or empty.</summary>
    public required string Digits { get; set; }

    /// <summary>The date of birth as read, packed; 0 where it cannot be read.</summary>
    public required int BornOn { get; set; }

    /// <summary>Rises with each change.</summary>
    public required int Version { get; set; }

    /// <summary>What authentication came to; none while it never was.</summary>
    public RecordStatus? Status { get; set; }

    /// <summary>Verdict of the name.</summary>
    public FieldVerdict NameVerdict { get; set; }

    /// <summary>Verdict of the sex.</summary>
    public FieldVerdict SexVerdict { get; set; }

    /// <summary>Verdict of the date of birth.</summary>
    public FieldVerdict DateVerdict { get; set; }

    /// <summary>Verdict of the number.</summary>
    public FieldVerdict NumberVerdict { get; set; }

    /// <summary>Bits of the reasons that speak of the record alone.</summary>
    public long Reasons { get; set; }

    /// <summary>When it was authenticated last.</summary>
    public DateTimeOffset? AuthenticatedAt { get; set; }

    /// <summary>Which version was.</summary>
    public int AuthenticatedVersion { get; set; }

    /// <summary>When it was brought.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Its fields as written.</summary>
    public WrittenRecord Written => new(FullName, Sex, DateOfBirth, IdNumber, CommuneCode);

    /// <summary>Whether the last authentication speaks of the present version.</summary>
    public bool IsUpToDate => Status is not null && AuthenticatedVersion == Version;

    /// <summary>The verdict of a field.</summary>
    public FieldVerdict VerdictOf(MandatoryField field) => field switch
    {
        MandatoryField.Name => NameVerdict,
        MandatoryField.Sex => SexVerdict,
        MandatoryField.DateOfBirth => DateVerdict,
        MandatoryField.Number => NumberVerdict,
    };

    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(VaccinationRecord);
}
