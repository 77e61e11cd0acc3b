namespace XacThuc.Tables.Workbooks;

public enum CellKind : byte
{
    Blank,
    Text,
    Number,

    /// <summary>A number whose format shows a date.</summary>
    Date,
    Error,

    /// <summary>A formula the program that wrote the file never worked out.</summary>
    NotCalculated,
}

/// <summary>How much of a date its number format shows: that is what was written.</summary>
public enum DateShape : byte
{
    None,
    Full,
    YearMonth,
    Year,
}

/// <param name="Kind">What the cell holds.</param>
/// <param name="Text">Text, or the number as the file has it.</param>
/// <param name="Number">The number, for a date its serial day counted from the end of 1899.</param>
/// <param name="Shape">How much of a date is shown.</param>
public readonly record struct SheetCell(CellKind Kind, string Text = "", double Number = 0, DateShape Shape = default)
{
    public override string ToString() => Kind.ToString();

    public bool IsBlank => Kind == CellKind.Blank || (Kind == CellKind.Text && string.IsNullOrWhiteSpace(Text));
}

/// <summary>A row that has cells; those between are blank. The list is used again for the next row.</summary>
public readonly record struct SheetRow(int Number, List<SheetCell> Cells)
{
    public SheetCell At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : default;
}

public sealed record Sheet(int Index, string Name, bool IsVisible);

/// <summary>A workbook of either make: its sheets, and their rows from the top.</summary>
public abstract class Workbook : IDisposable
{
    /// <summary>The most rows a sheet can have; a file that claims more is not believed.</summary>
    public const int MostRows = 1 << 20;

    /// <summary>Columns further right are not looked at.</summary>
    public const int MostColumns = 1 << 10;

    public abstract IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>Days to add to a bare number that is a date: 1462 where days are counted from 1904.</summary>
    public abstract int DateOffset { get; }

    public abstract IEnumerable<SheetRow> Rows(Sheet sheet);

    public abstract void Dispose();
}

/// <summary>A workbook that cannot be read, with the sentence that says why.</summary>
public sealed class UnusableWorkbookException(string sentence) : Exception(sentence);
