using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback;

/// <summary>What happened to a case.</summary>
public enum CaseStepKind
{
    /// <summary>The citizen's report was recorded.</summary>
    Recorded = 1,

    /// <summary>The unit asked back.</summary>
    Asked = 2,

    /// <summary>The citizen answered.</summary>
    Answered = 3,

    /// <summary>The unit put it off.</summary>
    PutOff = 4,

    /// <summary>The unit accepted with data that the citizen is to confirm.</summary>
    Proposed = 5,

    /// <summary>Accepted and done.</summary>
    Accepted = 6,

    /// <summary>Refused.</summary>
    Refused = 7,

    /// <summary>Handed over to another unit.</summary>
    HandedOver = 8,

    /// <summary>Opened again by the citizen.</summary>
    Reopened = 9,

    /// <summary>Escalated.</summary>
    Escalated = 10,

    /// <summary>Answered with another case of the same person.</summary>
    AnsweredTogether = 11,

    /// <summary>The citizen confirmed the data.</summary>
    Confirmed = 12,

    /// <summary>The citizen said that the data are still not right.</summary>
    Disputed = 13,

    /// <summary>The reviewer took the answer back before it was told.</summary>
    TakenBack = 14,

    /// <summary>What was written does not agree with the register: it went over the border.</summary>
    ToPolice = 15,

    /// <summary>The police decided.</summary>
    PoliceDecided = 16,
}

/// <summary>One step of a case, as its story tells it to staff and, without names, to the citizen.</summary>
public sealed class CaseStep
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>What.</summary>
    public required CaseStepKind Kind { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: an account's name, or <c>portal</c> for the citizen, or the house.</summary>
    public required string Who { get; init; }

    /// <summary>Their unit's code; empty for the citizen.</summary>
    public required string UnitCode { get; init; }

    /// <summary>In words: the letter, the answer, the note of a hand-over.</summary>
    public required string Words { get; init; }

    /// <summary>A step that an act makes.</summary>
    internal static CaseStep Of(FeedbackCase one, CaseStepKind kind, Act act, string words = "") => new()
    {
        CaseId = one.Id,
        Kind = kind,
        At = act.At,
        Who = act.By.Name,
        UnitCode = act.By.UnitCode,
        Words = words,
    };
}
