namespace XacThuc.Platform.Lists;

/// <summary>Where a list stands.</summary>
public enum ListState
{
    /// <summary>Being drawn up.</summary>
    Draft = 1,

    /// <summary>At least a part of it is with the police.</summary>
    Sent = 2,

    /// <summary>The police have answered all that was sent.</summary>
    Verified = 3,

    /// <summary>The commune committee has approved it: sessions are planned from it.</summary>
    Approved = 4,

    /// <summary>Given up before it was approved.</summary>
    GivenUp = 5,
}

/// <summary>Where the people of a list come from.</summary>
public enum ListSource
{
    /// <summary>Written by hand or scanned, one by one.</summary>
    Hand = 1,

    /// <summary>From a file.</summary>
    File = 2,

    /// <summary>From an earlier list.</summary>
    Earlier = 3,

    /// <summary>Of people who registered by themselves.</summary>
    Registered = 4,
}

/// <summary>
/// People to be vaccinated (dispatch 8938, step 1): drawn up by a station, a facility or a commune committee, verified by the
/// commune police, approved by the committee.
/// </summary>
public sealed class SurveyList
{
    /// <summary>No list is longer.</summary>
    public const int Longest = 20_000;

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its number, the same on paper and over the border: <c>DS-TYT-06226-2026-001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What its unit calls it.</summary>
    public required string Title { get; init; }

    /// <summary>The unit that draws it up.</summary>
    public required long UnitId { get; init; }

    /// <summary>The commune of its unit; residents whose commune is not told are taken for its people.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>Which dose it is for: 1 for the first.</summary>
    public required int Dose { get; init; }

    /// <summary>Where its people come from.</summary>
    public required ListSource Source { get; init; }

    /// <summary>Name of the file, or number of the earlier list; may be empty.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>Who opened it.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required ListState State { get; set; }

    /// <summary>Rises with each change: two people do not move a list at once.</summary>
    public int Version { get; set; }

    /// <summary>Number of its last row.</summary>
    public int LastNumber { get; set; }

    /// <summary>Number of the last part that went to the police.</summary>
    public int LastPart { get; set; }

    /// <summary>Why the police gave the last part back; empty where they did not.</summary>
    public string ReturnReason { get; set; } = "";

    /// <summary>Who approved it.</summary>
    public string ApprovedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>Whether people may be added, changed and sent.</summary>
    public bool IsOpen => State is ListState.Draft or ListState.Sent or ListState.Verified;

    /// <summary>Moves it on.</summary>
    internal void MoveTo(ListState state) => (State, Version) = (state, Version + 1);
}
