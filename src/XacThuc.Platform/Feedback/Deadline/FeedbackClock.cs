namespace XacThuc.Platform.Feedback.Deadline;

/// <summary>The hours of a case (dispatch 9458/BYT-CNTT: 48 hours from the moment the system records it). Real hours, holidays too.</summary>
internal static class FeedbackClock
{
    /// <summary>Until the answer.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromHours(48);

    /// <summary>Levels with how long before the answer is due each is reached: after 24, 40 and 48 hours.</summary>
    public static readonly IReadOnlyList<(FeedbackLevel Level, TimeSpan BeforeDue)> Levels =
    [
        (FeedbackLevel.Near, TimeSpan.FromHours(24)), (FeedbackLevel.District, TimeSpan.FromHours(8)), (FeedbackLevel.Late, TimeSpan.Zero),
    ];

    /// <summary>The level of a case at a moment.</summary>
    public static FeedbackLevel LevelAt(DateTimeOffset dueAt, DateTimeOffset now)
    {
        var level = FeedbackLevel.InTime;
        foreach (var (reached, before) in Levels)
            if (now >= dueAt - before) level = reached;
        return level;
    }
}
