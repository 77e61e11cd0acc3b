namespace XacThuc.Platform.Sessions.Observe;

/// <summary>How bad a reaction is.</summary>
public enum EventGrade
{
    /// <summary>Passes by itself.</summary>
    Mild = 1,

    /// <summary>Needs care, no danger.</summary>
    Moderate = 2,

    /// <summary>Serious (circular 34/2018/TT-BYT: to be reported within a day).</summary>
    Severe = 3,

    /// <summary>Life is in danger.</summary>
    LifeThreatening = 4,
}

/// <summary>What shows.</summary>
[Flags]
public enum EventSigns
{
    /// <summary>Nothing was chosen.</summary>
    None = 0,

    /// <summary>Pain, swelling or redness where it was injected.</summary>
    Local = 1,

    /// <summary>Fever below 39 °C.</summary>
    Fever = 1 << 1,

    /// <summary>Fever of 39 °C or more.</summary>
    HighFever = 1 << 2,

    /// <summary>Tiredness, headache, aching muscles.</summary>
    Tired = 1 << 3,

    /// <summary>Sickness, vomiting, diarrhoea.</summary>
    Stomach = 1 << 4,

    /// <summary>Rash, hives.</summary>
    Rash = 1 << 5,

    /// <summary>Short of breath.</summary>
    Breath = 1 << 6,

    /// <summary>Low blood pressure, fainting.</summary>
    Fainting = 1 << 7,

    /// <summary>Fits.</summary>
    Fits = 1 << 8,

    /// <summary>Anaphylaxis.</summary>
    Anaphylaxis = 1 << 9,

    /// <summary>Something else, which the words say.</summary>
    Other = 1 << 10,
}

/// <summary>How it ended, or where it stands.</summary>
public enum EventOutcome
{
    /// <summary>Is being watched.</summary>
    Watched = 1,

    /// <summary>Well again.</summary>
    Recovered = 2,

    /// <summary>Brought to a hospital.</summary>
    InHospital = 3,

    /// <summary>Died.</summary>
    Died = 4,
}

/// <summary>A reaction after an injection (AEFI): what was seen, what was done, how it went on.</summary>
public sealed class AdverseEvent
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The session.</summary>
    public required long SessionId { get; init; }

    /// <summary>The person's number there.</summary>
    public required int Number { get; init; }

    /// <summary>The dose.</summary>
    public required long DoseId { get; init; }

    /// <summary>When it began, in minutes after the injection.</summary>
    public required int MinutesAfter { get; init; }

    /// <summary>What showed.</summary>
    public required EventSigns Signs { get; init; }

    /// <summary>In words.</summary>
    public required string Words { get; init; }

    /// <summary>How bad; a later look may find it worse.</summary>
    public required EventGrade Grade { get; set; }

    /// <summary>What was done.</summary>
    public required string Action { get; init; }

    /// <summary>Where it stands.</summary>
    public required EventOutcome Outcome { get; set; }

    /// <summary>Who reported it.</summary>
    public required string ReportedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When somebody last said how it goes.</summary>
    public required DateTimeOffset LookedAfterAt { get; set; }

    /// <summary>Rises with each follow-up.</summary>
    public int Version { get; set; }

    /// <summary>Whether it is a serious event.</summary>
    public bool IsSerious => Grade >= EventGrade.Severe || Outcome is EventOutcome.InHospital or EventOutcome.Died;

    /// <summary>Whether it still has to be looked after.</summary>
    public bool IsOpen => Outcome is EventOutcome.Watched or EventOutcome.InHospital;
}

/// <summary>How a reaction went on.</summary>
public sealed class EventFollowUp
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The event.</summary>
    public required long EventId { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>By whom.</summary>
    public required string By { get; init; }

    /// <summary>What was seen and done.</summary>
    public required string Words { get; init; }

    /// <summary>How bad it is now.</summary>
    public required EventGrade Grade { get; init; }

    /// <summary>Where it stands now.</summary>
    public required EventOutcome Outcome { get; init; }
}
