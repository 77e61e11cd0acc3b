namespace XacThuc.Platform.Campaigns.News;

/// <summary>Something that all who open the portal are told.</summary>
public sealed class Announcement
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Path of the place of whoever wrote it.</summary>
    public required string Path { get; init; }

    /// <summary>The first day on which it is shown.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>When it was taken down before that.</summary>
    public DateTimeOffset? TakenDownAt { get; set; }

    /// <summary>Who wrote it.</summary>
    public required string WrittenBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }
}

/// <summary>An announcement in a language: plain text.</summary>
public sealed class AnnouncementText
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The announcement.</summary>
    public required long AnnouncementId { get; init; }

    /// <summary>Code of the language.</summary>
    public required string Language { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Paragraphs with blank lines between.</summary>
    public required string Words { get; init; }
}
