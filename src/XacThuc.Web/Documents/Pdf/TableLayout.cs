namespace XacThuc.Web.Documents.Pdf;

/// <summary>Lays a table out: its heading comes again on each page, a row is torn only where it is longer than a page.</summary>
internal sealed class TableLayout
{
    private const float Pad = 3;
    private static readonly Ink Head = new(Face.Bold, 9);
    private static readonly Ink Cell = new(Face.Regular, 9);
    private readonly Flow _flow;
    private readonly FormBlock.Table _table;
    private readonly float[] _edges;
    private readonly List<string>[] _heading;
    private readonly int _headingLines;
    private float _top;

    private TableLayout(Flow flow, FormBlock.Table table)
    {
        (_flow, _table) = (flow, table);
        var whole = table.Columns.Sum(column => column.Share);
        _edges = new float[table.Columns.Count + 1];
        _edges[0] = flow.Left;
        for (var i = 0; i < table.Columns.Count; i++) _edges[i + 1] = _edges[i] + (flow.Width * table.Columns[i].Share / whole);
        _heading = Broken([.. table.Columns.Select(column => column.Heading)], Head);
        _headingLines = _heading.Max(lines => lines.Count);
    }

    public static void Add(Flow flow, FormBlock.Table table) => new TableLayout(flow, table).Run();

    private void Run()
    {
        // A heading does not stand alone at the foot of a page.
        var first = _table.Rows.Count > 0 ? Broken(_table.Rows[0], Cell).Max(lines => lines.Count) : 0;
        _flow.Keep(HeightOf(_headingLines, Head) + HeightOf(first, Cell));
        Begin();
        foreach (var row in _table.Rows) Add(row);
        End();
    }

    private void Add(IReadOnlyList<string> row)
    {
        var cells = Broken(row, Cell);
        var count = Math.Max(1, cells.Max(lines => lines.Count));
        for (int line = 0, most; line < count; line += most)
        {
            if (HeightOf(count - line, Cell) > _flow.Room && !IsAtHeading)
            {
                End();
                _flow.Break();
                Begin();
            }

            most = Math.Min(count - line, Math.Max(1, (int)((_flow.Room - (2 * Pad)) / Cell.Line)));
            Draw(cells, Cell, line, most, isHead: false);
        }
    }

    private bool IsAtHeading => _flow.Y <= _top + HeightOf(_headingLines, Head);

    private void Begin()
    {
        _top = _flow.Y;
        _flow.Draw(Stroke.Full, _flow.Left, _top, _flow.Right, _top);
        Draw(_heading, Head, 0, _headingLines, isHead: true);
    }

    private void End()
    {
        foreach (var edge in _edges) _flow.Draw(Stroke.Full, edge, _top, edge, _flow.Y);
    }

    private void Draw(List<string>[] cells, Ink ink, int from, int count, bool isHead)
    {
        var height = HeightOf(count, ink);
        for (var i = 0; i < cells.Length; i++)
        {
            var lines = cells[i].Skip(from).Take(count).ToList();
            var y = _flow.Y + (isHead ? (height - (lines.Count * ink.Line)) / 2 : Pad);
            foreach (var line in lines)
            {
                _flow.Put(line, ink, Start(i, line, ink, isHead ? CellLook.Middle : _table.Columns[i].Look), y);
                y += ink.Line;
            }
        }

        _flow.Y += height;
        _flow.Draw(Stroke.Full, _flow.Left, _flow.Y, _flow.Right, _flow.Y);
    }

    private float Start(int column, string line, Ink ink, CellLook look) => look switch
    {
        CellLook.Text => _edges[column] + Pad,
        CellLook.Middle => (_edges[column] + _edges[column + 1] - _flow.Ruler.WidthOf(line, ink)) / 2,
        CellLook.Number => _edges[column + 1] - Pad - _flow.Ruler.WidthOf(line, ink),
    };

    private List<string>[] Broken(IReadOnlyList<string> row, Ink ink) =>
        [.. row.Select((cell, i) => _flow.Ruler.LinesOf(cell, ink, _edges[i + 1] - _edges[i] - (2 * Pad)))];

    private static float HeightOf(int lines, Ink ink) => (lines * ink.Line) + (2 * Pad);
}
