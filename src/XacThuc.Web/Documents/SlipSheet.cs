namespace XacThuc.Web.Documents;

/// <summary>A slip that is cut off and handed to a person.</summary>
public sealed record Slip
{
    internal const string SignedHow = "(ký, ghi rõ họ tên)";

    /// <summary>Who asks.</summary>
    public required string Unit { get; init; }

    /// <summary>The number by which the office finds it again.</summary>
    public required string Number { get; init; }

    /// <summary>What it is, in capitals.</summary>
    public required string Title { get; init; }

    /// <summary>To whom.</summary>
    public required string Name { get; init; }

    /// <summary>What is known of the person, so that the right one gets it.</summary>
    public required IReadOnlyList<(string Name, string Value)> Facts { get; init; }

    /// <summary>What is asked, a paragraph each.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Where and when to come, with dots to be filled in.</summary>
    public required string Come { get; init; }

    /// <summary>Who signs.</summary>
    public required string Signs { get; init; }

    /// <summary>Where the office finds the person again, as a QR code; nothing of the person.</summary>
    public required string Link { get; init; }

    /// <summary>The number alone.</summary>
    public override string ToString() => $"{nameof(Slip)} {Number}";
}

/// <summary>Slips to be printed, four a page, so that a pile of pages is cut at once.</summary>
/// <param name="Title">What the file is about.</param>
/// <param name="Slips">The slips in the order in which they are handed out.</param>
public sealed record SlipSheet(string Title, IReadOnlyList<Slip> Slips);
