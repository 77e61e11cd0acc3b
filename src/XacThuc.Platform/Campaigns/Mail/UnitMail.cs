using XacThuc.Platform.Messages;

namespace XacThuc.Platform.Campaigns.Mail;

/// <summary>An e-mail of a campaign to a unit, sent once.</summary>
public sealed class UnitMail
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>The unit.</summary>
    public required long UnitId { get; init; }

    /// <summary>Where it stands.</summary>
    public MessageState State { get; set; } = MessageState.Waiting;

    /// <summary>How often it was tried.</summary>
    public int Tries { get; set; }

    /// <summary>When it is tried next; while somebody tries, when another may.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>When the server took it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last try came to nothing: a code, never words of the server.</summary>
    public string Problem { get; set; } = "";
}
