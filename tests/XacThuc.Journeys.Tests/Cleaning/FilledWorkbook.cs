using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace XacThuc.Journeys.Tests.Cleaning;

/// <summary>A downloaded list, filled in as a hamlet does it in Excel: the cells of the row in which a name stands.</summary>
internal static class FilledWorkbook
{
    // Columns of the list: H to K are what is right.
    public static byte[] Fill(byte[] downloaded, params (string Name, char Column, string Value)[] cells)
    {
        using var bytes = new MemoryStream();
        bytes.Write(downloaded);
        using (var document = SpreadsheetDocument.Open(bytes, isEditable: true))
        {
            var rows = document.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<Row>().ToList();
            foreach (var (name, column, value) in cells)
            {
                var row = rows.First(row => row.Elements<Cell>().Any(cell => cell.InnerText.Equals(name, StringComparison.Ordinal)));
                var cell = row.Elements<Cell>().ElementAt(column - 'A');
                cell.DataType = CellValues.InlineString;
                cell.RemoveAllChildren();
                cell.Append(new InlineString(new Text(value)));
            }

            // Sorted the other way round, as people do: the codes stay with their rows.
            var data = rows[0].Parent!;
            foreach (var row in rows) row.Remove();
            data.Append([rows[0], .. rows.Skip(1).Reverse()]);
            foreach (var (row, i) in rows.Select((row, i) => (row, i == 0 ? 1 : rows.Count - i + 1))) row.RowIndex = (uint)i;
        }

        return bytes.ToArray();
    }
}
