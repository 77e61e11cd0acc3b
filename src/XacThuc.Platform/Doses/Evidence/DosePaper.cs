using XacThuc.Platform.Records.Papers;

namespace XacThuc.Platform.Doses.Evidence;

/// <summary>A scan or photo of the paper that shows a dose: confirmation, vaccination book. Its file is a <see cref="PaperFile"/>.</summary>
public sealed class DosePaper
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The dose.</summary>
    public required long DoseId { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>What it is.</summary>
    public required PaperKind Kind { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Who added it.</summary>
    public required string AddedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}
