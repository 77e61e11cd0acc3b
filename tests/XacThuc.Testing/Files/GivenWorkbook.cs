using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace XacThuc.Testing.Files;

/// <summary>Writes .xlsx files as Excel would, with the odd things people do in them.</summary>
public sealed class GivenWorkbook
{
    private readonly List<(string Name, SheetStateValues State, SheetData Rows)> _sheets = [];

    public bool CountsFrom1904 { get; init; }

    /// <summary>Number formats of the styles 1, 2, ...</summary>
    public string[] Formats { get; init; } = ["dd/mm/yyyy"];

    public GivenWorkbook Sheet(string name, params IEnumerable<object?[]> rows) =>
        Sheet(name, SheetStateValues.Visible, rows);

    public GivenWorkbook Hidden(string name, params IEnumerable<object?[]> rows) =>
        Sheet(name, SheetStateValues.Hidden, rows);

    public static Cell Styled(double number, uint style) => new()
    {
        CellValue = new CellValue(number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        StyleIndex = style,
    };

    public static Cell Raw(string number) => new() { CellValue = new CellValue(number) };

    public static Cell Formula(string formula, string? value, CellValues? type = null) => new()
    {
        CellFormula = new CellFormula(formula),
        CellValue = value is null ? null : new CellValue(value),
        DataType = type,
    };

    public static Cell Error(string error) => new() { CellValue = new CellValue(error), DataType = CellValues.Error };

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new WorkbookProperties { Date1904 = CountsFrom1904 });
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var texts = workbook.AddNewPart<SharedStringTablePart>();
            texts.SharedStringTable = new SharedStringTable();
            var sheets = workbook.Workbook.AppendChild(new Sheets());
            foreach (var (name, state, rows) in _sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(rows);
                Share(rows, texts.SharedStringTable);
                sheets.Append(new Sheet
                {
                    Name = name,
                    State = state,
                    SheetId = (uint)(sheets.Count() + 1),
                    Id = workbook.GetIdOfPart(part),
                });
            }
        }

        return bytes.ToArray();
    }

    private GivenWorkbook Sheet(string name, SheetStateValues state, IEnumerable<object?[]> rows)
    {
        var data = new SheetData();
        var number = 0u;
        foreach (var cells in rows)
        {
            number++;
            var row = new Row { RowIndex = number };
            for (var column = 0; column < cells.Length; column++)
            {
                if (cells[column] is null) continue;
                var cell = cells[column] switch
                {
                    Cell given => given,
                    string text => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) },
                    _ => Raw(Convert.ToString(cells[column], System.Globalization.CultureInfo.InvariantCulture)!),
                };
                cell.CellReference = $"{(char)('A' + column)}{number}";
                row.Append(cell);
            }

            if (row.HasChildren) data.Append(row);
        }

        _sheets.Add((name, state, data));
        return this;
    }

    // Every second text goes into the shared table, as rich text in two runs.
    private static void Share(SheetData rows, SharedStringTable table)
    {
        var texts = rows.Descendants<Cell>().Where(cell => cell.InlineString is not null).ToList();
        for (var i = 0; i < texts.Count; i += 2)
        {
            var text = texts[i].InlineString!.InnerText;
            var half = text.Length / 2;
            table.Append(new SharedStringItem(
                Run(text[..half]), Run(text[half..]),
                new PhoneticRun(new Text("never")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 }));
            texts[i].InlineString = null;
            texts[i].DataType = CellValues.SharedString;
            texts[i].CellValue = new CellValue(table.Count() - 1);
        }
    }

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private Stylesheet Styles() => new(
        new NumberingFormats(Formats.Select((code, i) =>
            new NumberingFormat { NumberFormatId = (uint)(164 + i), FormatCode = code })),
        new Fonts(new Font()),
        new Fills(new Fill()),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat { NumberFormatId = 14 }),
        new CellFormats(
        [
            new CellFormat { NumberFormatId = 0 },
            .. Formats.Select((_, i) => new CellFormat { NumberFormatId = (uint)(164 + i), ApplyNumberFormat = true }),
        ]));
}
