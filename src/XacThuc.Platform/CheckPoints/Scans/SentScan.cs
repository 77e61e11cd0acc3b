namespace XacThuc.Platform.CheckPoints.Scans;

/// <summary>Scans as a device sends them.</summary>
internal sealed record SentScans(IReadOnlyList<SentScan?>? Scans)
{
    /// <summary>Nothing of the people.</summary>
    public override string ToString() => nameof(SentScans);
}

/// <summary>A scan as a device sends it.</summary>
internal sealed record SentScan
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Which way.</summary>
    public string? Way { get; init; }

    /// <summary>What.</summary>
    public string? Kind { get; init; }

    /// <summary>What it is worth.</summary>
    public string? Verdict { get; init; }

    /// <summary>Why.</summary>
    public IReadOnlyList<string?>? Reasons { get; init; }

    /// <summary>Who.</summary>
    public SentPerson? Person { get; init; }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(SentScan);
}

/// <summary>A person as a device sends them.</summary>
internal sealed record SentPerson(string? Name, string? Born, string? Paper, string? Qid, string? Certificate)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(SentPerson);
}
