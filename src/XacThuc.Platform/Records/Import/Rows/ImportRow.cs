using XacThuc.Matching;

namespace XacThuc.Platform.Records.Import.Rows;

/// <summary>Why a row waits.</summary>
public enum RowProblem
{
    /// <summary>It has fewer cells than the headings.</summary>
    TooFewCells = 1,

    /// <summary>It has more cells than the headings.</summary>
    TooManyCells = 2,

    /// <summary>A quote is not closed, or text follows it.</summary>
    Quotes = 3,

    /// <summary>A mandatory field is missing or cannot be read.</summary>
    Field = 4,
}

/// <summary>Where a waiting row stands.</summary>
public enum ImportRowState
{
    /// <summary>Waits for a person.</summary>
    Waiting = 1,

    /// <summary>Fixed, and a record now.</summary>
    Added = 2,

    /// <summary>A person said that it is none.</summary>
    Dismissed = 3,
}

/// <summary>A row of a file that did not become a record at once: kept, counted, to be fixed in place.</summary>
public sealed class ImportRow
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The file.</summary>
    public required long ImportId { get; init; }

    /// <summary>Its line or row there.</summary>
    public required long Line { get; init; }

    /// <summary>The cell, from 1, at which reading failed; 0 where the fields tell it themselves.</summary>
    public required int Column { get; init; }

    /// <summary>Why it waits.</summary>
    public required RowProblem Problem { get; init; }

    /// <summary>The row as it stands in the file, where it could not be split.</summary>
    public required string Raw { get; init; }

    /// <summary>The file's id of it.</summary>
    public string ExternalId { get; set; } = "";

    /// <summary>Full name as written.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Sex as written.</summary>
    public string Sex { get; set; } = "";

    /// <summary>Date of birth as written.</summary>
    public string DateOfBirth { get; set; } = "";

    /// <summary>Number as written.</summary>
    public string IdNumber { get; set; } = "";

    /// <summary>Commune as written.</summary>
    public string CommuneCode { get; set; } = "";

    /// <summary>Hamlet as written, or empty.</summary>
    public string Hamlet { get; init; } = "";

    /// <summary>Phone, ten digits, or empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public ImportRowState State { get; set; }

    /// <summary>Its fields as written.</summary>
    public WrittenRecord Written => new(FullName, Sex, DateOfBirth, IdNumber, CommuneCode);

    /// <summary>Nothing of the row.</summary>
    public override string ToString() => nameof(ImportRow);
}
