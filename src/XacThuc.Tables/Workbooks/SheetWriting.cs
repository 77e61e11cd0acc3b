using System.Globalization;
using Microsoft.Win32.SafeHandles;
using XacThuc.Tables.Headings;

namespace XacThuc.Tables.Workbooks;

/// <summary>Writes the rows of a sheet as lines, so that a line's number is its row's.</summary>
public sealed class SheetWriting(
    string path, TableKind kind, Workbook workbook, FoundHeadings headings, List<TableProblem> problems)
{
    public const byte Delimiter = (byte)',';
    private const int MostProblems = 1000;

    private readonly CellRole[] _roles = [.. WantedColumn.Of(kind).Select(column => CellWriting.RoleOf(column.Name))];
    private int _told;

    public SafeFileHandle Write(Sheet sheet)
    {
        var copy = TemporaryFile.Create();
        try
        {
            using var output = new TemporaryWriter(copy);
            var next = headings.DataRow + 1;
            foreach (var row in workbook.Rows(sheet))
            {
                if (row.Number <= headings.DataRow || row.Cells.TrueForAll(cell => cell.IsBlank)) continue;
                for (; next < row.Number; next++) output.Write((byte)'\n');
                WriteRow(output, row);
                next++;
            }
        }
        catch
        {
            copy.Dispose();
            throw;
        }

        if (_told > MostProblems)
            problems.Add(new TableProblem(path, 0, "", FileSentences.MoreCells(_told - MostProblems)));
        return copy;
    }

    private void WriteRow(TemporaryWriter output, SheetRow row)
    {
        var sources = headings.Layout.Sources;
        for (var i = 0; i < sources.Length; i++)
        {
            if (i > 0) output.Write(Delimiter);
            var role = _roles[i];
            output.WriteCell(sources[i].Kind == SourceKind.Single
                ? Read(row, sources[i].First, role)
                : sources[i].Read(column => Read(row, column, role)), Delimiter);
        }

        output.Write((byte)'\n');
    }

    private string Read(SheetRow row, int column, CellRole role)
    {
        var cell = row.At(column);
        if (cell.Kind is CellKind.Error) Tell(row, column, FileSentences.ErrorCell);
        if (cell.Kind is CellKind.NotCalculated) Tell(row, column, FileSentences.NotCalculated);
        if (role is CellRole.Date && CellWriting.MayBeYear(cell)) Tell(row, column, FileSentences.MayBeYear);
        return CellWriting.Write(cell, role, workbook.DateOffset);
    }

    private void Tell(SheetRow row, int column, string sentence)
    {
        if (++_told > MostProblems) return;
        problems.Add(new TableProblem(path, row.Number, AddressOf(row.Number, column), sentence));
    }

    private static string AddressOf(int row, int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}
