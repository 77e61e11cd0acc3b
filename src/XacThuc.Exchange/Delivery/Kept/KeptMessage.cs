using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using XacThuc.Exchange.Delivery.Wire;

namespace XacThuc.Exchange.Delivery.Kept;

/// <summary>Which way a message went.</summary>
public enum MessageDirection
{
    /// <summary>From this house.</summary>
    Sent = 0,

    /// <summary>To this house.</summary>
    Received = 1,
}

/// <summary>How far a message has come.</summary>
public enum MessageState
{
    /// <summary>Waits to be delivered, by the house itself.</summary>
    Waiting = 0,

    /// <summary>Asked while somebody waits for the answer; whoever asked asks again.</summary>
    Asked = 1,

    /// <summary>Answered: done.</summary>
    Answered = 2,

    /// <summary>An operator has given it up.</summary>
    GivenUp = 3,
}

/// <summary>A message as this house keeps it, with its answer.</summary>
public sealed class KeptMessage
{
    /// <summary>Key, in the order of keeping.</summary>
    public long Id { get; private set; }

    /// <summary>The message's own id, the same in both houses.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Which way it went.</summary>
    public required MessageDirection Direction { get; init; }

    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about; empty where order means nothing.</summary>
    public required string Subject { get; init; }

    /// <summary>How far it has come.</summary>
    public required MessageState State { get; set; }

    /// <summary>The JSON, as it goes over the wire.</summary>
    public required byte[] Body { get; init; }

    /// <summary>How the body is packed.</summary>
    public required BodyPacking BodyPacking { get; init; }

    /// <summary>SHA-256 of the body as it goes over the wire.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>When it was made or arrived.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was tried last.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Why it was not answered when last tried: code.</summary>
    public string? ProblemCode { get; set; }

    /// <summary>The same as a sentence, Vietnamese.</summary>
    public string? ProblemVi { get; set; }

    /// <summary>The same as a sentence, English.</summary>
    public string? ProblemEn { get; set; }

    /// <summary>The answer's JSON, as it went over the wire.</summary>
    public byte[]? Answer { get; set; }

    /// <summary>How the answer is packed.</summary>
    public BodyPacking AnswerPacking { get; set; }
}

/// <summary>A moment as milliseconds since 1970, the same in every database.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
