namespace XacThuc.Platform.Sessions;

/// <summary>Where somebody stands on the day.</summary>
public enum BookingState
{
    /// <summary>Invited.</summary>
    Booked = 1,

    /// <summary>There.</summary>
    Arrived = 2,

    /// <summary>Screened: may be vaccinated.</summary>
    Fit = 3,

    /// <summary>Screened: not today.</summary>
    Deferred = 4,

    /// <summary>Screened: not with this vaccine, or never.</summary>
    ContraIndicated = 5,

    /// <summary>Does not consent.</summary>
    NotConsenting = 6,

    /// <summary>To be vaccinated in a hospital.</summary>
    ToHospital = 7,

    /// <summary>Vaccinated, being observed.</summary>
    Injected = 8,

    /// <summary>Observed for half an hour, with the confirmation in hand.</summary>
    Left = 9,

    /// <summary>Waits for another session.</summary>
    Cancelled = 10,
}

/// <summary>Somebody of an approved list at a session: invited, there, screened, vaccinated, observed.</summary>
public sealed class Booking
{
    /// <summary>Half an hour, at least (2995/QĐ-BYT).</summary>
    public static readonly TimeSpan Observation = TimeSpan.FromMinutes(30);

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The session.</summary>
    public required long SessionId { get; init; }

    /// <summary>The person of the list.</summary>
    public required long PersonId { get; init; }

    /// <summary>Number at the session, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When the person is to come, in minutes from midnight.</summary>
    public required int SlotAt { get; set; }

    /// <summary>Where the person stands.</summary>
    public required BookingState State { get; set; }

    /// <summary>Rises with each step: two desks do not take one person.</summary>
    public int Version { get; set; }

    /// <summary>When the person came.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>When the person was screened.</summary>
    public DateTimeOffset? ScreenedAt { get; set; }

    /// <summary>Who screened.</summary>
    public string ScreenedBy { get; set; } = "";

    /// <summary>Why the person is not vaccinated today, or what to look out for.</summary>
    public string ScreeningNote { get; set; } = "";

    /// <summary>What was seen while the person was observed, or why the person left earlier.</summary>
    public string ObservationNote { get; set; } = "";

    /// <summary>The dose.</summary>
    public long? DoseId { get; set; }

    /// <summary>When the person was vaccinated.</summary>
    public DateTimeOffset? InjectedAt { get; set; }

    /// <summary>When the person left.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Moves the person on.</summary>
    internal void MoveTo(BookingState state) => (State, Version) = (state, Version + 1);
}
