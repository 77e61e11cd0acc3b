namespace XacThuc.Exchange;

/// <summary>How a house stands at the border.</summary>
public sealed record BorderSettings
{
    /// <summary>This house's name, as the partner knows it: <c>platform</c>, <c>register</c>.</summary>
    public required string House { get; init; }

    /// <summary>The other house's name.</summary>
    public required string Partner { get; init; }

    /// <summary>The other house's address.</summary>
    public required Uri PartnerUrl { get; init; }

    /// <summary>The house's folder; its border keys stand in <c>border</c> below it.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether the house was set up with sample keys.</summary>
    public bool IsSample { get; init; }

    /// <summary>Whether messages are signed and checked; off only to measure, and only in a sample.</summary>
    public bool Signs { get; init; } = true;

    /// <summary>Certificates of both houses; none where TLS ends before the house, or both run on one machine.</summary>
    public BorderTls? Tls { get; init; }

    /// <summary>How far the two clocks may be apart.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The largest body, before and after unpacking.</summary>
    public int MostBodyBytes { get; init; } = 32 << 20;

    /// <summary>How long an answer may take, work at the other house included.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long it may take until the other house's door opens.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long nothing is tried after the other house was found away.</summary>
    public TimeSpan BreakTime { get; init; } = TimeSpan.FromSeconds(2);
}
