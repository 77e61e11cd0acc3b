namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>Where a request for a remote signature stands.</summary>
public enum RemoteState
{
    /// <summary>The signer is to be asked, or is being asked while the service keeps the line.</summary>
    Asking = 1,

    /// <summary>The signer is asked; the service gave a handle by which the answer is fetched.</summary>
    Waiting = 2,

    /// <summary>The signer agreed; the value is to be fetched.</summary>
    Agreed = 3,

    /// <summary>The signature was kept.</summary>
    Done = 4,

    /// <summary>No signature came; <see cref="RemoteRequest.Problem"/> says why.</summary>
    Failed = 5,
}

/// <summary>
/// A request for a remote signature under the results of a day, kept from the moment it is asked for until the signature has
/// come or will not: whoever looks sees where it stands, and a house that was stopped goes on. What lets one sign is covered
/// while it is needed and forgotten afterwards. A PIN is never kept.
/// </summary>
public sealed class RemoteRequest
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The session.</summary>
    public required long SessionId { get; init; }

    /// <summary>The results: this version and no other is signed.</summary>
    public required long ResultId { get; init; }

    /// <summary>The account that asked.</summary>
    public required string AskedBy { get; init; }

    /// <summary>Its unit.</summary>
    public required long UnitId { get; init; }

    /// <summary>When: the time of signing that stands in the signature.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The signer's user id at the service, covered.</summary>
    public required string UserId { get; init; }

    /// <summary>The certificate's owner, as the page shows who is asked.</summary>
    public required string Signer { get; init; }

    /// <summary>The credential at the service.</summary>
    public required string Credential { get; init; }

    /// <summary>Its algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Certificates in DER, base64, one a line, the signer's first.</summary>
    public required string Path { get; init; }

    /// <summary>Until when the signer may answer, or the leave to sign lasts.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>Where it stands.</summary>
    public RemoteState State { get; set; }

    /// <summary>Handle or leave, covered; empty where there is none.</summary>
    public string Secret { get; set; } = "";

    /// <summary>When somebody works on it next: whoever does puts it off, so that nobody else does.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Whether the signer was asked already: nobody is asked twice by one request.</summary>
    public bool IsAsked { get; set; }

    /// <summary>Why no signature came.</summary>
    public RemoteProblem Problem { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whether a signature may still come.</summary>
    public bool IsOpen => State is RemoteState.Asking or RemoteState.Waiting or RemoteState.Agreed;

    /// <summary>Ends it: the signature has come, or will not.</summary>
    public void End(RemoteProblem problem, DateTimeOffset at) =>
        (State, Problem, Secret, EndedAt) = (problem == RemoteProblem.None ? RemoteState.Done : RemoteState.Failed, problem, "", at);

    /// <summary>Nothing of the signer.</summary>
    public override string ToString() => $"{nameof(RemoteRequest)} {Id}";
}
