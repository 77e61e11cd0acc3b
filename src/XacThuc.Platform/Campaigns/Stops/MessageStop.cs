namespace XacThuc.Platform.Campaigns.Stops;

/// <summary>
/// A phone that campaigns wrote to, and whether its owner wants no more of them. The code stands in the message: it leads to the page that stops
/// them and says nothing of anybody. One-time codes and answers to own reports are never stopped.
/// </summary>
public sealed class MessageStop
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The phone, ten digits.</summary>
    public required string Phone { get; init; }

    /// <summary>The code in its messages.</summary>
    public required string Code { get; init; }

    /// <summary>When that was said, or the first message was written.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Whether campaigns leave it out.</summary>
    public bool IsStopped { get; set; }

    /// <summary>Nothing of the phone.</summary>
    public override string ToString() => $"{nameof(MessageStop)} {Id}";
}
