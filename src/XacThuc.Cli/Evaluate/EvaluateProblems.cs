using XacThuc.Tables;

namespace XacThuc.Cli.Evaluate;

/// <summary>The first things found wrong with the files, and how many there were in all.</summary>
internal sealed class EvaluateProblems
{
    public const int MostKept = 20;

    private readonly List<TableProblem> _first = [];

    public IReadOnlyList<TableProblem> First => _first;

    public long Total { get; private set; }

    public void Add(string file, long line, string column, string sentence)
    {
        Total++;
        if (_first.Count < MostKept) _first.Add(new TableProblem(file, line, column, sentence));
    }
}
