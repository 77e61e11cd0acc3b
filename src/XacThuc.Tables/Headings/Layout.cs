namespace XacThuc.Tables.Headings;

/// <summary>What a row of headings comes to: a source for each wanted column, in the order of the contract.</summary>
public sealed class Layout(IReadOnlyList<WantedColumn> wanted)
{
    public CellSource[] Sources { get; } = [.. wanted.Select(_ => CellSource.Absent)];

    /// <summary>Mandatory columns that stand there more than once, by their headings.</summary>
    public List<string> Repeated { get; } = [];

    public List<string> Notes { get; } = [];

    public IEnumerable<WantedColumn> Missing => wanted.Where((column, i) =>
        column.Mandatory && Sources[i].Kind == SourceKind.Absent);

    public bool IsComplete => Repeated.Count == 0 && !Missing.Any();

    public bool IsDerived => Array.Exists(Sources, source => source.IsDerived);

    /// <summary>How many mandatory columns were recognised, once or more often.</summary>
    public int Recognised => wanted.Count(column => column.Mandatory) - Missing.Count() + Repeated.Count;
}
