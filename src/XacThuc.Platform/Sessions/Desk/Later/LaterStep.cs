using System.Text.Json.Serialization;

namespace XacThuc.Platform.Sessions.Desk.Later;

/// <summary>Which step of the desk waited.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LaterKind>))]
public enum LaterKind
{
    /// <summary>Somebody came.</summary>
    Arrive = 1,

    /// <summary>Somebody was screened.</summary>
    Screen = 2,

    /// <summary>Somebody was vaccinated.</summary>
    Inject = 3,

    /// <summary>Somebody left.</summary>
    Leave = 4,
}

/// <summary>A step that was taken while the network was away and waited in the browser.</summary>
/// <param name="Key">Given by the browser, once: sent again it is the same step.</param>
/// <param name="Number">The person's number at the session.</param>
/// <param name="Kind">Which step.</param>
/// <param name="SecondsAgo">How long ago it was taken, by the browser's own clock: a wrong clock does no harm.</param>
/// <param name="Outcome">What the screening came to.</param>
/// <param name="Note">Note of the screening or the observation.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Reason">Why the dose was given although a rule asks.</param>
public sealed record LaterStep(
    Guid Key, int Number, LaterKind Kind, long SecondsAgo,
    [property: JsonConverter(typeof(JsonStringEnumConverter<BookingState>))] BookingState? Outcome, string? Note, long? Lot, string? Reason)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => $"{Kind} {Number}";
}
