using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Platform.Authentication;

namespace XacThuc.Platform.Cleaning;

/// <summary>What became of a row.</summary>
public enum RowState
{
    /// <summary>Nothing yet.</summary>
    Waiting = 1,

    /// <summary>The record was changed as the signed list says.</summary>
    Applied = 2,

    /// <summary>There was nothing to change.</summary>
    Unchanged = 3,

    /// <summary>The record had changed since the list was drawn up: left alone.</summary>
    Skipped = 4,
}

/// <summary>A row of a list: the record as it was then, what was filled in, and what the police say.</summary>
public sealed class CleaningRow
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The list.</summary>
    public required long ListId { get; init; }

    /// <summary>Its number on the list, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>The record's public reference.</summary>
    public required string Ref { get; init; }

    /// <summary>The record's version then.</summary>
    public required int RecordVersion { get; init; }

    /// <summary>Name as recorded.</summary>
    public required string FullName { get; init; }

    /// <summary>Sex as recorded.</summary>
    public required string Sex { get; init; }

    /// <summary>Date of birth as recorded.</summary>
    public required string DateOfBirth { get; init; }

    /// <summary>Number as recorded.</summary>
    public required string IdNumber { get; init; }

    /// <summary>Commune as recorded.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>Hamlet as recorded.</summary>
    public required string Hamlet { get; init; }

    /// <summary>What authentication had come to (<see cref="Authentication.Outcome"/>).</summary>
    public required short Outcome { get; init; }

    /// <summary>Name as filled in; none where it was not.</summary>
    public string? FilledName { get; set; }

    /// <summary>Sex likewise.</summary>
    public string? FilledSex { get; set; }

    /// <summary>Date of birth likewise.</summary>
    public string? FilledDate { get; set; }

    /// <summary>Number likewise.</summary>
    public string? FilledNumber { get; set; }

    /// <summary>A word of the hamlet.</summary>
    public string HamletNote { get; set; } = "";

    /// <summary>What the police say; none before the signed list came.</summary>
    public LineVerdict? Verdict { get; set; }

    /// <summary>A word of the police.</summary>
    public string OfficerNote { get; set; } = "";

    /// <summary>What became of it.</summary>
    public required RowState State { get; set; }

    /// <summary>Whether anything is filled in.</summary>
    public bool IsFilled => FilledName is not null || FilledSex is not null || FilledDate is not null || FilledNumber is not null;

    /// <summary>As recorded.</summary>
    public WrittenRecord Recorded => new(FullName, Sex, DateOfBirth, IdNumber, CommuneCode);

    /// <summary>As filled in, over what was recorded.</summary>
    public WrittenRecord Filled => new(
        FilledName ?? FullName, FilledSex ?? Sex, FilledDate ?? DateOfBirth, FilledNumber ?? IdNumber, CommuneCode);

    /// <summary>What a field was filled in with.</summary>
    public string? FilledIn(MandatoryField field) => field switch
    {
        MandatoryField.Name => FilledName,
        MandatoryField.Sex => FilledSex,
        MandatoryField.DateOfBirth => FilledDate,
        MandatoryField.Number => FilledNumber,
    };

    /// <summary>Fills a field in.</summary>
    internal void FillIn(MandatoryField field, string value)
    {
        switch (field)
        {
            case MandatoryField.Name:
                FilledName = value;
                break;
            case MandatoryField.Sex:
                FilledSex = value;
                break;
            case MandatoryField.DateOfBirth:
                FilledDate = value;
                break;
            case MandatoryField.Number:
                FilledNumber = value;
                break;
        }
    }

    /// <summary>The verdict of a field when the list was drawn up.</summary>
    public FieldVerdict VerdictOf(MandatoryField field) => new Outcome(Outcome).VerdictOf(field);

    /// <summary>The row as it crosses the border.</summary>
    internal ListLine ToLine() => new(
        Number, new WrittenRow(Ref, RecordVersion, FullName, Sex, DateOfBirth, IdNumber, CommuneCode),
        new FilledFields(FilledName, FilledSex, FilledDate, FilledNumber), HamletNote);

    /// <summary>Nothing of the row.</summary>
    public override string ToString() => nameof(CleaningRow);
}
