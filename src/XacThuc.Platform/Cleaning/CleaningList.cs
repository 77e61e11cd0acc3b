using XacThuc.Exchange.Messages;
using XacThuc.Platform.Signed;

namespace XacThuc.Platform.Cleaning;

/// <summary>Where a list stands.</summary>
public enum ListState
{
    /// <summary>Drawn up; on paper or in Excel with the hamlet groups.</summary>
    Drawn = 1,

    /// <summary>Something filled in was taken over.</summary>
    Filled = 2,

    /// <summary>With the commune police.</summary>
    Sent = 3,

    /// <summary>Back, signed; to be applied.</summary>
    Signed = 4,

    /// <summary>A job applies it.</summary>
    Applying = 5,

    /// <summary>Applied.</summary>
    Applied = 6,

    /// <summary>Given up before it was sent.</summary>
    GivenUp = 7,
}

/// <summary>A commune's list of wrong records (dispatch 2262): frozen when drawn up, filled in outside, signed by the police.</summary>
public sealed class CleaningList
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its number, the same on paper, in Excel and over the border: <c>TYT-06226-2026-001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The unit whose records it is about.</summary>
    public required long UnitId { get; init; }

    /// <summary>The commune whose residents it is about, or empty.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>The hamlet, or empty for all.</summary>
    public required string Hamlet { get; init; }

    /// <summary>How many rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Who drew it up.</summary>
    public required string DrawnBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required ListState State { get; set; }

    /// <summary>Rises with each change: two people do not move a list at once.</summary>
    public int Version { get; set; }

    /// <summary>When it went to the police.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Digest of what was sent.</summary>
    public string SentDigest { get; set; } = "";

    /// <summary>The signed list as it came: what is applied is read from here and from nowhere else.</summary>
    public string Content { get; set; } = "";

    /// <summary>The signature over it.</summary>
    public string Signature { get; set; } = "";

    /// <summary>Who signed.</summary>
    public string Signer { get; set; } = "";

    /// <summary>Who gave the second look; empty where nobody had to.</summary>
    public string SecondLook { get; set; } = "";

    /// <summary>For which police unit.</summary>
    public string SignerUnit { get; set; } = "";

    /// <summary>When it was signed.</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>Code of the last signed list that was refused; none where none was.</summary>
    public string? RefusedCode { get; set; }

    /// <summary>When it was refused.</summary>
    public DateTimeOffset? RefusedAt { get; set; }

    /// <summary>The run that authenticates its records again.</summary>
    public long? RunId { get; set; }

    /// <summary>When it was applied.</summary>
    public DateTimeOffset? AppliedAt { get; set; }

    /// <summary>Whether its rows may still be filled in.</summary>
    public bool IsOpen => State is ListState.Drawn or ListState.Filled;

    /// <summary>The list as it was sent.</summary>
    internal SentList ToSent(IEnumerable<CleaningRow> rows) => new(
        SignedList.CleaningPurpose, Code, SentDigest, rows.Select(row => (row.Number, row.Ref, row.RecordVersion)));

    /// <summary>Moves it on.</summary>
    internal void MoveTo(ListState state) => (State, Version) = (state, Version + 1);
}

/// <summary>A record that stands on a list which is not ended: it stands on no other.</summary>
public sealed class ListedRecord
{
    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>The list.</summary>
    public required long ListId { get; init; }
}
