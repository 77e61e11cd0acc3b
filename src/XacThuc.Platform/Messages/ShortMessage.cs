namespace XacThuc.Platform.Messages;

/// <summary>What a message is about.</summary>
public enum MessageKind
{
    /// <summary>A one-time code.</summary>
    Code = 1,

    /// <summary>A registration stands, with the code to follow it.</summary>
    Registered = 2,

    /// <summary>A registration was not put on a list.</summary>
    NotTaken = 3,

    /// <summary>An invitation to a session.</summary>
    Invitation = 4,

    /// <summary>The session was called off.</summary>
    CalledOff = 5,

    /// <summary>What became of a report.</summary>
    Feedback = 6,

    /// <summary>What a campaign tells a group of people.</summary>
    Campaign = 7,

    /// <summary>The phone is on a record no more.</summary>
    PhoneChanged = 20,
}

/// <summary>Where a message stands.</summary>
public enum MessageState
{
    /// <summary>To be sent, or tried again.</summary>
    Waiting = 1,

    /// <summary>The channel has taken it.</summary>
    Sent = 2,

    /// <summary>It will not be sent: refused for good, or too late.</summary>
    Failed = 3,

    /// <summary>Taken back before it was sent.</summary>
    Withdrawn = 4,
}

/// <summary>
/// A short message to a phone: kept with the change it tells of, sent when possible. Its words are covered while it waits;
/// words and phone are forgotten afterwards, that it was sent is not.
/// </summary>
public sealed class ShortMessage
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its key for the channel: the same at every try, so that it arrives once; another where somebody has it sent again.</summary>
    public required Guid Key { get; set; }

    /// <summary>What it is about.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>To what, as <c>noun:id</c>: <c>day:BT-TYT-06226-2026-001</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Which of them: a person of the list, a code of a registration. The same thing is told once.</summary>
    public required long About { get; init; }

    /// <summary>The phone, ten digits; empty once forgotten.</summary>
    public required string Phone { get; set; }

    /// <summary>The words, covered; empty once forgotten.</summary>
    public required string Words { get; set; }

    /// <summary>Where it stands.</summary>
    public MessageState State { get; set; } = MessageState.Waiting;

    /// <summary>How often it was tried.</summary>
    public int Tries { get; set; }

    /// <summary>When it was posted.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it is tried next; while somebody tries, when another may.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Later it is of no use.</summary>
    public required DateTimeOffset UsefulUntil { get; init; }

    /// <summary>When its words and phone are forgotten.</summary>
    public required DateTimeOffset ForgetAt { get; init; }

    /// <summary>When it was tried last.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>When the channel took it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last try came to nothing: a code, never words of the channel.</summary>
    public string Problem { get; set; } = "";

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => $"{nameof(ShortMessage)} {Id}";
}
