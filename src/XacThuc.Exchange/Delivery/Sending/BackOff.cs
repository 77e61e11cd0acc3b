namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>How long until something is tried again: longer each time, never quite the same for two.</summary>
internal static class BackOff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Of a message that the other house refused or failed on.</summary>
    public static TimeSpan Of(int attempts) => Spread(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(attempts, 12))));

    /// <summary>Of the whole outbox; while the other house is away, up to ten seconds.</summary>
    public static TimeSpan UntilNextRound(int awayRounds) => Spread(Math.Min(10, 0.25 * Math.Pow(2, Math.Min(awayRounds, 8))));

    private static TimeSpan Spread(double seconds) => TimeSpan.FromSeconds(seconds * (0.8 + 0.4 * Random.Shared.NextDouble()));
}
