using XacThuc.Exchange;
using XacThuc.Web.Data;

namespace XacThuc.Web.Hosting;

/// <summary>Which of the two houses.</summary>
public enum HouseKind
{
    /// <summary>Health.</summary>
    Platform,

    /// <summary>Police.</summary>
    Register,
}

/// <summary>How a house is set up.</summary>
public sealed record HouseSettings
{
    /// <summary>Which house.</summary>
    public required HouseKind House { get; init; }

    /// <summary>The address it listens on and is known by.</summary>
    public required Uri Url { get; init; }

    /// <summary>The other house's address.</summary>
    public required Uri PartnerUrl { get; init; }

    /// <summary>A folder of its own: keys, uploads, the packed register.</summary>
    public required string Folder { get; init; }

    /// <summary>Its database.</summary>
    public required HouseDatabase Database { get; init; }

    /// <summary>Whether it was set up with sample accounts and keys; never in production.</summary>
    public bool IsSample { get; init; }

    /// <summary>Whether border messages are signed and checked; off only to measure.</summary>
    public bool SignsBorder { get; init; } = true;

    /// <summary>Whether an answer to a single record goes out only once it is in the books; off only to measure.</summary>
    public bool KeepsAnswers { get; init; } = true;

    /// <summary>Certificates of both houses, where the border runs over mutual TLS; the house then serves HTTPS itself.</summary>
    public BorderTls? BorderTls { get; init; }
}
