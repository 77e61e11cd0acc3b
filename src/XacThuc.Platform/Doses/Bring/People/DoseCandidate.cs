namespace XacThuc.Platform.Doses.Bring.People;

/// <summary>A record that rows of a file may be about: found by the engine, shown, and never taken by itself.</summary>
public sealed class DoseCandidate
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The file.</summary>
    public required long FileId { get; init; }

    /// <summary>The person of the file; see <see cref="DoseRow.PersonKey"/>.</summary>
    public required Guid PersonKey { get; init; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>How probable it is that both are one person, 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>Whether both carry the same number.</summary>
    public required bool HasSameNumber { get; init; }
}
