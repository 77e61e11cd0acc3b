namespace XacThuc.Platform.CheckPoints.Places;

/// <summary>What a place is.</summary>
public enum CheckPointKind
{
    /// <summary>An office.</summary>
    Agency = 1,

    /// <summary>A school.</summary>
    School = 2,

    /// <summary>A firm.</summary>
    Firm = 3,

    /// <summary>A market or shop.</summary>
    Market = 4,

    /// <summary>A gate on a road, or of a village.</summary>
    Gate = 5,

    /// <summary>A station or hospital.</summary>
    HealthFacility = 6,

    /// <summary>Something else.</summary>
    Other = 7,
}

/// <summary>A place that people enter and leave, and that checks who does.</summary>
public sealed class CheckPoint
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its number, which its QR code holds: <c>DKS-TYT-06226-2026-001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The unit that registered it.</summary>
    public required long UnitId { get; init; }

    /// <summary>Path of that unit's place.</summary>
    public required string Path { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>Where it is.</summary>
    public required string Address { get; set; }

    /// <summary>What it is.</summary>
    public required CheckPointKind Kind { get; set; }

    /// <summary>Who answers for it.</summary>
    public required string Responsible { get; set; }

    /// <summary>That person's phone, ten digits.</summary>
    public required string Phone { get; set; }

    /// <summary>When it was closed; none while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Who registered it.</summary>
    public required string RegisteredBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }

    /// <summary>Whether people are scanned there.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>What it is to the audit.</summary>
    public string Subject => $"place:{Code}";

    /// <summary>Where its QR code leads.</summary>
    public string Way => $"/portal/place/{Code}";

    /// <summary>Nothing of who answers for it.</summary>
    public override string ToString() => $"{nameof(CheckPoint)} {Code}";
}
