namespace XacThuc.Platform.Campaigns;

/// <summary>Where a campaign stands.</summary>
public enum CampaignState
{
    /// <summary>It is being written.</summary>
    Draft = 1,

    /// <summary>It begins on its day.</summary>
    Approved = 2,

    /// <summary>People are being told.</summary>
    Running = 3,

    /// <summary>All were told, or its days are over.</summary>
    Done = 4,

    /// <summary>Somebody stopped it.</summary>
    Stopped = 5,
}

/// <summary>The ways by which a campaign tells people.</summary>
[Flags]
public enum CampaignChannels
{
    /// <summary>None yet.</summary>
    None = 0,

    /// <summary>A short message to the phone on record.</summary>
    ShortMessage = 1,

    /// <summary>A text that is copied into the office's Zalo account.</summary>
    Zalo = 2,

    /// <summary>E-mail to units and agencies.</summary>
    Mail = 4,

    /// <summary>Read out over the loudspeakers.</summary>
    Loudspeaker = 8,

    /// <summary>A poster with the way to the portal.</summary>
    Poster = 16,

    /// <summary>Letters by hamlet, printed by the stations.</summary>
    Letters = 32,
}

/// <summary>The operator tells a group of people something, in what ways and on which days. It counts people and names nobody (decision 0032).</summary>
public sealed class Campaign
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its number: <c>CD-VH-183-2026-001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Who runs it.</summary>
    public required long UnitId { get; init; }

    /// <summary>Path of their place: records of units below it may be meant.</summary>
    public required string Path { get; init; }

    /// <summary>What it is called among staff.</summary>
    public required string Title { get; set; }

    /// <summary>Whom it is for.</summary>
    public required Groups.CampaignGroup Group { get; set; }

    /// <summary>After how many days without correction a record is late; only for that group.</summary>
    public int LateDays { get; set; }

    /// <summary>Codes of the communes meant, with commas between; empty for all.</summary>
    public string Communes { get; set; } = "";

    /// <summary>The hamlet meant, as written; empty for all.</summary>
    public string Hamlet { get; set; } = "";

    /// <summary>How people are told.</summary>
    public CampaignChannels Channels { get; set; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>Where it stands.</summary>
    public CampaignState State { get; set; } = CampaignState.Draft;

    /// <summary>Rises with each change and each step: two houses do not take the same step.</summary>
    public int Version { get; set; }

    /// <summary>When its people were counted to the end; none while that goes on.</summary>
    public DateTimeOffset? DrawnAt { get; set; }

    /// <summary>The last record that was looked at while counting.</summary>
    public long DrawnTo { get; set; }

    /// <summary>Who wrote it last.</summary>
    public required string WrittenBy { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset WrittenAt { get; set; }

    /// <summary>Who approved it.</summary>
    public string ApprovedBy { get; set; } = "";

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How often the portal was opened from a message of it.</summary>
    public long OpenedFromMessage { get; private set; }

    /// <summary>How often it was opened from the poster's code.</summary>
    public long OpenedFromPoster { get; private set; }

    /// <summary>The way to the portal that its messages name, counted.</summary>
    public string WayFromMessage => $"/portal/c/{Id}";

    /// <summary>The way that its poster's code leads.</summary>
    public string WayFromPoster => $"/portal/p/{Id}";

    /// <summary>What its messages are about.</summary>
    public string Subject => $"campaign:{Code}";

    /// <summary>Codes of the communes meant; none for all.</summary>
    public IReadOnlyList<string> CommuneCodes => Communes.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it goes by a way.</summary>
    public bool Goes(CampaignChannels way) => (Channels & way) != CampaignChannels.None;
}

/// <summary>What a campaign says in a language.</summary>
public sealed class CampaignText
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>Code of the language: <c>vi</c>.</summary>
    public required string Language { get; init; }

    /// <summary>For short messages and Zalo.</summary>
    public required string Short { get; set; }

    /// <summary>For loudspeakers, posters, letters and e-mail.</summary>
    public required string Long { get; set; }
}
