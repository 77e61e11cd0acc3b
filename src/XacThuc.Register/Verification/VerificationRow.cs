using XacThuc.Exchange.Messages;
using XacThuc.Matching;

namespace XacThuc.Register.Verification;

/// <summary>A row of a list: as recorded, as filled in, and what an officer says.</summary>
public sealed class VerificationRow
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The list.</summary>
    public required long ListId { get; init; }

    /// <summary>Its number there.</summary>
    public required int Number { get; init; }

    /// <summary>The health side's reference of the record.</summary>
    public required string Ref { get; init; }

    /// <summary>The record's version.</summary>
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

    /// <summary>Name as filled in; none where it was not.</summary>
    public string? FilledName { get; init; }

    /// <summary>Sex likewise.</summary>
    public string? FilledSex { get; init; }

    /// <summary>Date of birth likewise.</summary>
    public string? FilledDate { get; init; }

    /// <summary>Number likewise.</summary>
    public string? FilledNumber { get; init; }

    /// <summary>A word of the hamlet.</summary>
    public required string HamletNote { get; init; }

    /// <summary>What an officer says; none yet.</summary>
    public LineVerdict? Verdict { get; set; }

    /// <summary>What the record should read: name, where it should change.</summary>
    public string? RightName { get; set; }

    /// <summary>Sex likewise.</summary>
    public string? RightSex { get; set; }

    /// <summary>Date of birth likewise.</summary>
    public string? RightDate { get; set; }

    /// <summary>Number likewise.</summary>
    public string? RightNumber { get; set; }

    /// <summary>A word to the health unit.</summary>
    public string Note { get; set; } = "";

    /// <summary>Who decided.</summary>
    public string DecidedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The second officer's account; empty until one has looked.</summary>
    public string LookedAtBy { get; set; } = "";

    /// <summary>The second officer's name.</summary>
    public string LookedAtName { get; set; } = "";

    /// <summary>When the second officer looked.</summary>
    public DateTimeOffset? LookedAtAt { get; set; }

    /// <summary>What was said of the row before a second officer sent it back; none where none did.</summary>
    public LineVerdict? BackVerdict { get; set; }

    /// <summary>Why it was sent back.</summary>
    public string BackWord { get; set; } = "";

    /// <summary>Who sent it back.</summary>
    public string BackBy { get; set; } = "";

    /// <summary>
    /// Whether two officers must see it: all but a row that is right as written, for there the register itself was compared.
    /// </summary>
    public bool NeedsSecondLook => Verdict is not null and not LineVerdict.Confirmed;

    /// <summary>Whether it may be signed: decided, and where it must be, looked at by somebody other than who decided it.</summary>
    public bool IsSettled => Verdict is not null
        && (!NeedsSecondLook || (LookedAtBy.Length > 0 && !LookedAtBy.Equals(DecidedBy, StringComparison.Ordinal)));

    /// <summary>Whether anything was filled in.</summary>
    public bool IsFilled => FilledName is not null || FilledSex is not null || FilledDate is not null || FilledNumber is not null;

    /// <summary>As recorded.</summary>
    public WrittenRecord Recorded => new(FullName, Sex, DateOfBirth, IdNumber, CommuneCode);

    /// <summary>As filled in, over what was recorded.</summary>
    public WrittenRecord Filled => new(
        FilledName ?? FullName, FilledSex ?? Sex, FilledDate ?? DateOfBirth, FilledNumber ?? IdNumber, CommuneCode);

    /// <summary>The row as it came: what its digest is made of.</summary>
    internal ListLine ToLine() => new(
        Number, new WrittenRow(Ref, RecordVersion, FullName, Sex, DateOfBirth, IdNumber, CommuneCode),
        new FilledFields(FilledName, FilledSex, FilledDate, FilledNumber), HamletNote);

    /// <summary>The row as it is signed.</summary>
    internal SignedLine ToSigned() => new(
        Number, Ref, RecordVersion, Verdict!.Value, RightName, RightSex, RightDate, RightNumber, Note);

    /// <summary>Keeps what an officer says.</summary>
    internal void Decide(LineVerdict verdict, FilledFields right, string note, string by, DateTimeOffset at)
    {
        (Verdict, Note, DecidedBy, DecidedAt) = (verdict, note, by, at);
        (RightName, RightSex, RightDate, RightNumber) = (right.FullName, right.Sex, right.DateOfBirth, right.IdNumber);
        Unlook();
    }

    /// <summary>Keeps that a second officer agrees.</summary>
    internal void LookAt(string by, string name, DateTimeOffset at) => (LookedAtBy, LookedAtName, LookedAtAt) = (by, name, at);

    /// <summary>Sends it back: what was said is taken back and kept beside the word, until it is decided again.</summary>
    internal void SendBack(string word, string by)
    {
        (BackVerdict, BackWord, BackBy) = (Verdict, word, by);
        Undo();
    }

    /// <summary>Takes it back.</summary>
    internal void Undo()
    {
        (Verdict, Note, DecidedBy, DecidedAt) = (null, "", "", null);
        (RightName, RightSex, RightDate, RightNumber) = (null, null, null, null);
        Unlook();
    }

    // What was looked at was another verdict.
    private void Unlook() => (LookedAtBy, LookedAtName, LookedAtAt) = ("", "", null);

    /// <summary>Nothing of the row.</summary>
    public override string ToString() => nameof(VerificationRow);
}
