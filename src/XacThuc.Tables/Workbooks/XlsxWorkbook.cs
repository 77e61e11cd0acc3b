using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace XacThuc.Tables.Workbooks;

/// <summary>
/// Reads .xlsx once from top to bottom. ExcelDataReader reads each sheet twice, does not tell a formula without value
/// from a blank cell, and rounds numbers before anyone can see their digits.
/// </summary>
public sealed class XlsxWorkbook : Workbook
{
    private readonly ZipArchive _archive;
    private readonly List<(Sheet Sheet, string Part)> _sheets = [];
    private readonly string[] _texts;
    private readonly DateShape[] _styles;
    private readonly int _dateOffset;

    public XlsxWorkbook(ZipArchive archive)
    {
        _archive = archive;
        var targets = WorkbookParts.Targets(archive);
        _texts = WorkbookParts.SharedTexts(archive, targets.Values);
        _styles = WorkbookParts.Styles(archive, targets.Values);
        using var xml = WorkbookParts.Open(archive, "xl/workbook.xml");
        while (xml?.Read() == true)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName is "workbookPr" && xml.GetAttribute("date1904") is "1" or "true") _dateOffset = 1462;
            if (xml.LocalName is not "sheet") continue;
            var sheet = new Sheet(_sheets.Count, xml.GetAttribute("name") ?? "",
                xml.GetAttribute("state") is null or "visible");
            _sheets.Add((sheet, targets.GetValueOrDefault(IdOf(xml), "")));
        }
    }

    public override IReadOnlyList<Sheet> Sheets => [.. _sheets.Select(sheet => sheet.Sheet)];

    public override int DateOffset => _dateOffset;

    public override IEnumerable<SheetRow> Rows(Sheet sheet)
    {
        using var xml = WorkbookParts.Open(_archive, _sheets[sheet.Index].Part);
        if (xml is null) yield break;
        var cells = new List<SheetCell>();
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not "row") continue;
            number = int.TryParse(xml.GetAttribute("r"), out var given) && given > number ? given : number + 1;
            if (number > MostRows) throw new UnusableWorkbookException(FileSentences.DamagedWorkbook);
            cells.Clear();
            ReadRow(xml, cells);
            yield return new SheetRow(number, cells);
        }
    }

    public override void Dispose() => _archive.Dispose();

    private static string IdOf(XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
            if (xml.LocalName is "id" && xml.Prefix.Length > 0) id = xml.Value;
        xml.MoveToElement();
        return id;
    }

    private void ReadRow(XmlReader xml, List<SheetCell> cells)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        var column = -1;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not "c") continue;
            column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            var cell = ReadCell(xml);
            if (cell.Kind == CellKind.Blank || column >= MostColumns) continue;
            while (cells.Count <= column) cells.Add(default);
            cells[column] = cell;
        }
    }

    private SheetCell ReadCell(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        _ = int.TryParse(xml.GetAttribute("s"), out var style);
        var (value, hasFormula) = ((string?)null, false);
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName is "f") hasFormula = true;
                else if (xml.LocalName is "v") value = ReadValue(xml);
                else if (xml.LocalName is "is") value = WorkbookParts.ReadText(xml);
            }
        }

        if (string.IsNullOrEmpty(value))
            return hasFormula && type is not "str" ? new SheetCell(CellKind.NotCalculated) : default;
        return type switch
        {
            "s" => int.TryParse(value, out var i) && i >= 0 && i < _texts.Length ? Text(_texts[i]) : default,
            "str" or "inlineStr" => Text(value),
            "b" => Text(value is "1" or "true" ? "1" : "0"),
            "e" => new SheetCell(CellKind.Error, value),
            "d" => Text(value.Split('T')[0]),
            _ => Number(value, style),
        };
    }

    private SheetCell Number(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return Text(value);
        var shape = style >= 0 && style < _styles.Length ? _styles[style] : DateShape.None;
        return shape == DateShape.None
            ? new SheetCell(CellKind.Number, value, number)
            : new SheetCell(CellKind.Date, value, number + DateOffset, shape);
    }

    private static SheetCell Text(string text) => text.Length == 0 ? default : new SheetCell(CellKind.Text, text);

    private static string ReadValue(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var text = "";
        while (xml.Read() && xml.Depth > depth)
            if (WorkbookParts.IsText(xml.NodeType)) text += xml.Value;
        return text;
    }

    /// <summary>"AB12" is 27; null where no letters stand first.</summary>
    private static int? ColumnOf(string? address)
    {
        var column = 0;
        foreach (var c in address ?? "")
        {
            if (!char.IsAsciiLetter(c) || column > MostColumns) break;
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
