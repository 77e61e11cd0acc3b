namespace XacThuc.Platform.Lots;

/// <summary>A lot of a vaccine at a unit: what came, until when it may be used.</summary>
public sealed class Lot
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The unit that keeps it.</summary>
    public required long UnitId { get; init; }

    /// <summary>The product's code in the catalogue.</summary>
    public required string Product { get; init; }

    /// <summary>The manufacturer's number, as printed.</summary>
    public required string Number { get; init; }

    /// <summary>The last day on which it may be used.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>Doses received.</summary>
    public required int Received { get; set; }

    /// <summary>Who entered it.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }
}

/// <summary>What a session took of a lot, and what became of it.</summary>
public sealed class SessionLot
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The session.</summary>
    public required long SessionId { get; init; }

    /// <summary>The lot.</summary>
    public required long LotId { get; init; }

    /// <summary>Doses brought to the session.</summary>
    public required int Brought { get; set; }

    /// <summary>Doses given; counted up with each, so that two desks do not give the last one twice.</summary>
    public int Used { get; set; }

    /// <summary>Doses that had to be thrown away.</summary>
    public int Discarded { get; set; }

    /// <summary>Doses that went back to the store.</summary>
    public int Returned { get; set; }

    /// <summary>Why the balance does not close; empty where it does.</summary>
    public string Explanation { get; set; } = "";

    /// <summary>Doses that are left while the day goes on, and that nobody accounts for at its end.</summary>
    public int Left => Brought - Used - Discarded - Returned;
}
