using XacThuc.Tables;

namespace XacThuc.Cli.Evaluate;

/// <summary>An opened file with the wanted columns found by their headings.</summary>
internal sealed class JudgedTable : IDisposable
{
    private readonly int[] _columns;
    private readonly int _least;

    private JudgedTable(string path, PlainRows rows, int[] columns) =>
        (Path, Rows, _columns, _least) = (path, rows, columns, columns.Max() + 1);

    public string Path { get; }

    public PlainRows Rows { get; }

    public bool IsShort => Rows.Count < _least;

    public ReadOnlySpan<byte> this[int column] => Rows[_columns[column]];

    /// <summary>Opens a file; null with a refusal when it cannot be read or has not all columns.</summary>
    public static JudgedTable? Open(string path, string[] headings, out string refusal)
    {
        refusal = "";
        PlainRows? rows = null;
        try
        {
            rows = PlainRows.Open(path);
            var written = new List<string>();
            if (rows.Next())
                for (var i = 0; i < rows.Count; i++) written.Add(rows.Text(i).Trim().ToLowerInvariant());
            var columns = Array.ConvertAll(headings, heading => written.IndexOf(heading));
            var missing = Array.IndexOf(columns, -1);
            if (missing < 0) return new JudgedTable(path, rows, columns);
            refusal = new TableProblem(path, 1, "", EvaluateSentences.NoColumn(headings[missing])).ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            refusal = new TableProblem(path, 0, "", EvaluateSentences.NotRead).ToString();
        }

        rows?.Dispose();
        return null;
    }

    public void Dispose() => Rows.Dispose();
}
