using XacThuc.Matching;
using XacThuc.Platform.Records.Phones;

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

    /// <summary>The phone on record, ten digits, or empty. Never an identity: many records may have one phone.</summary>
    public string Phone { get; set; } = "";

    /// <summary>How it came.</summary>
    public PhoneOrigin PhoneFrom { get; set; }

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

    /// <summary>The record that two people found to be the same person's: its doses stand there. None for a record of its own.</summary>
    public long? JoinedIntoId { get; set; }

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

    /// <summary>A record of somebody who has none yet.</summary>
    /// <param name="written">The four fields and the commune.</param>
    /// <param name="hamlet">The hamlet, or empty.</param>
    /// <param name="read">What is read of the fields.</param>
    /// <param name="source">Where it comes from.</param>
    internal static VaccinationRecord Make(WrittenRecord written, string hamlet, in ReadFields read, RecordSource source) => new()
    {
        Ref = RecordRef.New(source.At),
        ExternalId = source.ExternalId,
        UnitId = source.UnitId,
        BroughtById = source.BroughtById,
        SameKey = Records.SameKey.Bytes(source.Key),
        ImportId = source.ImportId,
        Line = source.Line,
        FullName = written.FullName,
        Sex = written.Sex,
        DateOfBirth = written.DateOfBirth,
        IdNumber = written.IdNumber,
        CommuneCode = written.CommuneCode,
        Hamlet = hamlet,
        NameSearch = read.NameText.Search,
        NameSort = read.NameText.Sort,
        Digits = read.Digits,
        BornOn = (int)read.Born.Packed,
        Version = 1,
        AddedAt = source.At,
    };

    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(VaccinationRecord);
}

/// <summary>Where a new record comes from.</summary>
/// <param name="UnitId">The unit that works on it.</param>
/// <param name="BroughtById">The unit that brought it.</param>
/// <param name="Key">By what that unit's records are recognised when they come again; see <see cref="SameKey"/>.</param>
/// <param name="At">When.</param>
internal sealed record RecordSource(long UnitId, long BroughtById, UInt128 Key, DateTimeOffset At)
{
    /// <summary>The import that brought it; 0 where none did.</summary>
    public long ImportId { get; init; }

    /// <summary>Its line there.</summary>
    public long Line { get; init; }

    /// <summary>The id that the file gave.</summary>
    public string? ExternalId { get; init; }
}
