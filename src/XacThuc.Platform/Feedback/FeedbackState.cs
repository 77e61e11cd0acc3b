namespace XacThuc.Platform.Feedback;

/// <summary>Where a case stands.</summary>
public enum FeedbackState
{
    /// <summary>The phone is not confirmed yet.</summary>
    Unconfirmed = 1,

    /// <summary>The unit owes an answer.</summary>
    Open = 2,

    /// <summary>The unit asked back and waits for the citizen.</summary>
    Asked = 3,

    /// <summary>The unit said why it needs longer, and until when; the hours go on.</summary>
    PutOff = 4,

    /// <summary>Accepted with data that the citizen did not write so: they look at it before it counts.</summary>
    Proposed = 5,

    /// <summary>Accepted, and done.</summary>
    Accepted = 6,

    /// <summary>Refused with a reason.</summary>
    Refused = 7,

    /// <summary>Answered with another case about the same person.</summary>
    AnsweredTogether = 8,

    /// <summary>Written as the citizen declared it, and it does not agree with the register: the commune police look into it.</summary>
    WithPolice = 9,
}

/// <summary>By which rule a case came to its unit.</summary>
public enum FeedbackRoute
{
    /// <summary>To none yet.</summary>
    None,

    /// <summary>The unit that was named.</summary>
    Facility = 1,

    /// <summary>The unit that keeps the record.</summary>
    Record = 2,

    /// <summary>The station of the commune.</summary>
    Commune = 3,

    /// <summary>The district's health centre: nothing nearer was named.</summary>
    District = 4,

    /// <summary>Another unit handed it over.</summary>
    HandedOver = 5,
}

/// <summary>How far a case that is owed was escalated.</summary>
public enum FeedbackLevel
{
    /// <summary>Not at all.</summary>
    InTime = 0,

    /// <summary>After 24 hours: the unit's own first page shows it before all else.</summary>
    Near = 1,

    /// <summary>After 40 hours: the district's health centre sees it among its own and may answer.</summary>
    District = 2,

    /// <summary>After 48 hours: late, and shown as such to the district's office.</summary>
    Late = 3,
}
