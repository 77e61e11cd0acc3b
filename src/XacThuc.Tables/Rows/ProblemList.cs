namespace XacThuc.Tables.Rows;

/// <summary>What is to be told of the files: all are counted, the first of each file are kept in words.</summary>
public sealed class ProblemList
{
    /// <summary>So many are kept in words; a file with more has one cause, not many.</summary>
    public const int Kept = 1000;

    private readonly Lock _adding = new();
    private readonly List<TableProblem> _problems = [];

    public long Total { get; private set; }

    /// <summary>Those kept, by file and line.</summary>
    public IReadOnlyList<TableProblem> All =>
        [.. _problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column, StringComparer.Ordinal)];

    /// <summary>Whether another will be kept in words: making the words may be spared.</summary>
    public bool HasRoom => _problems.Count < Kept;

    public void Add(TableProblem problem)
    {
        lock (_adding)
        {
            Total++;
            if (HasRoom) _problems.Add(problem);
        }
    }

    public void Count()
    {
        lock (_adding) Total++;
    }

    public void AddRange(IEnumerable<TableProblem> problems)
    {
        foreach (var problem in problems) Add(problem);
    }
}
