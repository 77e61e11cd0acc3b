namespace XacThuc.Platform.Feedback.Photos;

/// <summary>A photo that a citizen attached to a report. Its picture is covered: the database alone shows nobody anything.</summary>
public sealed class FeedbackPhoto
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The report.</summary>
    public required long CaseId { get; init; }

    /// <summary>Which photo of it, from 1.</summary>
    public required int Nth { get; init; }

    /// <summary>SHA-256 of the JPEG, hexadecimal: the only name it has here.</summary>
    public required string Digest { get; init; }

    /// <summary>Pixels across.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels down.</summary>
    public required int Height { get; init; }

    /// <summary>Bytes of the JPEG.</summary>
    public required int Size { get; init; }

    /// <summary>The JPEG, covered.</summary>
    public required byte[] Covered { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}
