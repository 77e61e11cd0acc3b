namespace XacThuc.Web.Data;

/// <summary>Something a house must remember of itself: the form of its tables, whether it is a sample.</summary>
public sealed class HouseFact
{
    /// <summary>What.</summary>
    public required string Name { get; init; }

    /// <summary>How it is.</summary>
    public required string Value { get; set; }
}
