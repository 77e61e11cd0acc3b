namespace XacThuc.Web.Tables.Workbooks;

/// <summary>The fixed parts of a workbook (ISO/IEC 29500-1, SpreadsheetML).</summary>
internal static class WorkbookParts
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    // Places in cellXfs of Styles.
    public const int Heading = 1;
    public const int Number = 2;
    public const int Day = 3;
    public const int Moment = 4;
    public const int Text = 5;

    /// <summary>A text that a program could take for a formula: kept as text even when somebody edits the cell.</summary>
    public const int QuotedText = 6;

    public const string Styles = Head + $"""
        <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EEEF"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>
        """;

    public const string Relations = Head + $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    public static string Types(int sheets) => Head + $"""
        <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Sheet}.styles+xml"/>{Each(sheets, at => $"""<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{Sheet}.worksheet+xml"/>""")}</Types>
        """;

    public static string Workbook(int sheets) => Head + $"""
        <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each(sheets, at => $"""<sheet name="{at}" sheetId="{at}" r:id="rId{at}"/>""")}</sheets></workbook>
        """;

    public static string WorkbookRelations(int sheets) => Head + $"""
        <Relationships xmlns="{Package}/relationships">{Each(sheets, at => $"""<Relationship Id="rId{at}" Type="{Office}/worksheet" Target="worksheets/sheet{at}.xml"/>""")}<Relationship Id="rId{sheets + 1}" Type="{Office}/styles" Target="styles.xml"/></Relationships>
        """;

    /// <summary>A sheet up to its rows: the heading stays in sight.</summary>
    public static string SheetStart(IReadOnlyList<string> headings) => Head + $"""
        <worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{Each(headings.Count, at => $"""<col min="{at}" max="{at}" width="{Math.Clamp(headings[at - 1].Length + 4, 14, 40)}" customWidth="1"/>""")}</cols><sheetData>
        """;

    public const string SheetEnd = "</sheetData></worksheet>";

    private static string Each(int count, Func<int, string> write) => string.Concat(Enumerable.Range(1, count).Select(write));
}
