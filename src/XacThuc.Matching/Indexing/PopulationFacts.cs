namespace XacThuc.Matching.Indexing;

/// <summary>What is worth knowing of a register as it was packed.</summary>
/// <param name="People">People in the index.</param>
/// <param name="Repeated">Rows that repeat a person in every field; kept once.</param>
/// <param name="Ambiguous">People beyond the first who share a personal id with another.</param>
public sealed record PopulationFacts(long People, long Repeated, long Ambiguous)
{
    /// <summary>When it was built, UTC.</summary>
    public DateTimeOffset BuiltAt { get; init; }

    /// <summary>The version of the engine that built it.</summary>
    public string Engine { get; init; } = typeof(PopulationFacts).Assembly.GetName().Version?.ToString(3) ?? "";
}
