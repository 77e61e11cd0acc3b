namespace XacThuc.Platform.CheckPoints.Scans;

/// <summary>Which way somebody went.</summary>
public enum ScanWay
{
    /// <summary>In.</summary>
    In = 1,

    /// <summary>Out.</summary>
    Out = 2,

    /// <summary>Neither: somebody was looked at.</summary>
    Look = 3,
}

/// <summary>What a guard's device, or a visitor, scanned.</summary>
public enum ScanKind
{
    /// <summary>Something else.</summary>
    Other = 0,

    /// <summary>A certificate in the European format.</summary>
    Hcert = 1,

    /// <summary>A SMART Health Card.</summary>
    SmartHealthCard = 2,

    /// <summary>A citizen card.</summary>
    CitizenCard = 3,

    /// <summary>A notice of the personal id number.</summary>
    IdNotice = 4,

    /// <summary>A health insurance card.</summary>
    InsuranceCard = 5,

    /// <summary>A personal code.</summary>
    PersonalQr = 6,

    /// <summary>The place's own code, by the visitor.</summary>
    Place = 7,
}

/// <summary>What it was worth.</summary>
public enum ScanVerdict
{
    /// <summary>Nothing was checked: the visitor scanned the place.</summary>
    None = 0,

    /// <summary>Genuine and good.</summary>
    Genuine = 1,

    /// <summary>Genuine, but a rule is not met.</summary>
    RuleNotMet = 2,

    /// <summary>The device could not know.</summary>
    CannotKnow = 3,

    /// <summary>Not genuine.</summary>
    NotGenuine = 4,

    /// <summary>A paper that nobody signed.</summary>
    NoCertificate = 5,
}

/// <summary>Somebody passed a place. Who is covered: only tracing uncovers it, and of names the owner of the place sees the first letters.</summary>
public sealed class Scan
{
    /// <summary>Given by the device: sent again it is the same scan.</summary>
    public required Guid Id { get; init; }

    /// <summary>The place.</summary>
    public required long PlaceId { get; init; }

    /// <summary>The device; none where the visitor scanned the place.</summary>
    public long? DeviceId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it came to the house: later where the device was without a network.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Which way.</summary>
    public required ScanWay Way { get; init; }

    /// <summary>What was scanned.</summary>
    public required ScanKind Kind { get; init; }

    /// <summary>What it was worth.</summary>
    public required ScanVerdict Verdict { get; init; }

    /// <summary>Why, in codes with commas between.</summary>
    public string Reasons { get; init; } = "";

    /// <summary>Key of the paper's number; none where the code has none in full.</summary>
    public byte[]? PaperKey { get; init; }

    /// <summary>Key of the QID.</summary>
    public byte[]? QidKey { get; init; }

    /// <summary>Key of the certificate.</summary>
    public byte[]? CertificateKey { get; init; }

    /// <summary>Who, covered; none where nothing was said.</summary>
    public byte[]? Person { get; init; }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Scan);
}
