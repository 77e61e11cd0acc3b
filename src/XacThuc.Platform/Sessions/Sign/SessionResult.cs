using XacThuc.Platform.Signed;

namespace XacThuc.Platform.Sessions.Sign;

/// <summary>
/// The results of a day as they were drawn up, a <see cref="DayResult"/>, and who signed them. A later change draws up another version.
/// </summary>
public sealed class SessionResult : SignedDocument
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The session.</summary>
    public required long SessionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }
}
