namespace XacThuc.Platform.Records.Papers;

/// <summary>What a paper's file is, told by its first bytes and by nothing else.</summary>
public enum PaperKind
{
    /// <summary>A JPEG picture.</summary>
    Jpeg = 1,

    /// <summary>A PNG picture.</summary>
    Png = 2,

    /// <summary>A PDF document.</summary>
    Pdf = 3,
}

/// <summary>A photo of the paper that a record was typed from: consent form, card, birth certificate.</summary>
public sealed class RecordPaper
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal: the only name it has here.</summary>
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

/// <summary>The file itself, once however many records show it.</summary>
public sealed class PaperFile
{
    /// <summary>SHA-256, hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Its bytes.</summary>
    public required byte[] Bytes { get; init; }
}
