using XacThuc.Matching;

namespace XacThuc.Platform.Doses.Bring;

/// <summary>Where a row of a file of doses stands.</summary>
public enum DoseRowState
{
    /// <summary>Waits for a person: something in it is missing, cannot be read, or cannot be.</summary>
    Unclear = 1,

    /// <summary>Waits for a person: it may be about somebody who has a record, and that is not sure.</summary>
    Unsure = 2,

    /// <summary>A dose now.</summary>
    Added = 3,

    /// <summary>A person said that it is none.</summary>
    Dismissed = 4,
}

/// <summary>What a row says of a dose, as written.</summary>
/// <param name="Number">Its number in the series.</param>
/// <param name="Vaccine">The vaccine, as people call it.</param>
/// <param name="Lot">The lot.</param>
/// <param name="GivenOn">The day.</param>
/// <param name="Facility">Who gave it.</param>
internal sealed record WrittenDose(string Number, string Vaccine, string Lot, string GivenOn, string Facility);

/// <summary>A row of a file of doses: kept as it was written, whatever became of it.</summary>
public sealed class DoseRow
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The file.</summary>
    public required long FileId { get; init; }

    /// <summary>The unit that brought it.</summary>
    public required long UnitId { get; init; }

    /// <summary>Its line there.</summary>
    public required long Line { get; init; }

    /// <summary>Hash of unit and content: brought again it is the same row.</summary>
    public required Guid RowKey { get; init; }

    /// <summary>Hash of the person's fields: rows of one person share it.</summary>
    public required Guid PersonKey { get; set; }

    /// <summary>The line as it stands, where it could not be split into cells.</summary>
    public string Raw { get; init; } = "";

    /// <summary>Full name as written.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Sex as written.</summary>
    public string Sex { get; set; } = "";

    /// <summary>Date of birth as written.</summary>
    public string DateOfBirth { get; set; } = "";

    /// <summary>Number as written.</summary>
    public string IdNumber { get; set; } = "";

    /// <summary>Commune, five digits, or empty.</summary>
    public string CommuneCode { get; set; } = "";

    /// <summary>Hamlet as written, or empty.</summary>
    public string Hamlet { get; init; } = "";

    /// <summary>The phone as written, or empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The dose's number as written.</summary>
    public string DoseNumber { get; set; } = "";

    /// <summary>The vaccine as written.</summary>
    public string Vaccine { get; set; } = "";

    /// <summary>The lot as written.</summary>
    public string Lot { get; set; } = "";

    /// <summary>The day as written.</summary>
    public string GivenOn { get; set; } = "";

    /// <summary>Who gave it, as written.</summary>
    public string Facility { get; set; } = "";

    /// <summary>Where it stands.</summary>
    public required DoseRowState State { get; set; }

    /// <summary>The record that the dose was put on.</summary>
    public long? RecordId { get; set; }

    /// <summary>The <see cref="Dose.EntryKey"/> of what it became.</summary>
    public Guid? DoseKey { get; set; }

    /// <summary>Who settled it by hand; empty where nobody had to.</summary>
    public string SettledBy { get; set; } = "";

    /// <summary>The person's fields as written.</summary>
    public WrittenRecord Written => new(FullName, Sex, DateOfBirth, IdNumber, CommuneCode);

    /// <summary>What it says of the dose.</summary>
    internal WrittenDose WrittenDose => new(DoseNumber, Vaccine, Lot, GivenOn, Facility);

    /// <summary>Writes what a person says it should read.</summary>
    internal void Write(WrittenRecord person, WrittenDose dose)
    {
        (FullName, Sex, DateOfBirth, IdNumber, CommuneCode) = (person.FullName, person.Sex, person.DateOfBirth, person.IdNumber, person.CommuneCode);
        (DoseNumber, Vaccine, Lot, GivenOn, Facility) = (dose.Number, dose.Vaccine, dose.Lot, dose.GivenOn, dose.Facility);
    }

    /// <summary>Nothing of the row.</summary>
    public override string ToString() => nameof(DoseRow);
}
