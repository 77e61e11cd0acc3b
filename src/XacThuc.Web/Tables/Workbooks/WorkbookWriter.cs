using System.Globalization;
using System.IO.Compression;
using System.Text;
using XacThuc.Web.Shell;

namespace XacThuc.Web.Tables.Workbooks;

/// <summary>
/// Writes a workbook row by row into a stream that can only be written to: as many rows as there are, with no more memory
/// than one. Every text is a text, whatever it begins with; nothing becomes a formula.
/// </summary>
internal static class WorkbookWriter
{
    // What a sheet can hold, its heading included, and what a cell can.
    private const int MostRows = 1_048_576;
    private const int LongestText = 32_767;
    private const int Portion = 1 << 16;

    /// <summary>Writes it. More rows than a sheet holds go on in another sheet.</summary>
    public static async Task Write(
        Stream to, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken stop,
        int mostRows = MostRows)
    {
        await using var forwards = new HeldWrites(to);
        await using (var zip = await ZipArchive.CreateAsync(forwards, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop))
            await Write(zip, headings, rows, mostRows, stop);
        await forwards.FlushAsync(stop);
    }

    private static async Task Write(
        ZipArchive zip, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, int mostRows,
        CancellationToken stop)
    {
        await using var source = rows.GetAsyncEnumerator(stop);
        var sheets = 0;
        for (var isMore = await source.MoveNextAsync(); isMore || sheets == 0;)
        {
            await using var sheet = await Open(zip, $"xl/worksheets/sheet{++sheets}.xml", stop);
            var text = new StringBuilder(WorkbookParts.SheetStart(headings));
            AddRow(text, 1, headings, isHeading: true);
            for (var row = 2; isMore && row <= mostRows; row++, isMore = await source.MoveNextAsync())
            {
                AddRow(text, row, source.Current, isHeading: false);
                if (text.Length > Portion) await Flush(sheet, text, stop);
            }

            text.Append(WorkbookParts.SheetEnd);
            await Flush(sheet, text, stop);
        }

        await Add(zip, "xl/styles.xml", WorkbookParts.Styles, stop);
        await Add(zip, "xl/workbook.xml", WorkbookParts.Workbook(sheets), stop);
        await Add(zip, "xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelations(sheets), stop);
        await Add(zip, "_rels/.rels", WorkbookParts.Relations, stop);
        await Add(zip, "[Content_Types].xml", WorkbookParts.Types(sheets), stop);
    }

    private static void AddRow(StringBuilder text, int row, IReadOnlyList<object?> cells, bool isHeading)
    {
        text.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
        foreach (var cell in cells) AddCell(text, cell, isHeading);
        text.Append("</row>");
    }

    private static void AddCell(StringBuilder text, object? value, bool isHeading)
    {
        switch (value)
        {
            case null:
                text.Append("<c/>");
                break;
            case "":
                // An empty text is a cell to be filled in: what is typed there stays as typed, zeros in front included.
                text.Append(CultureInfo.InvariantCulture, $"<c s=\"{WorkbookParts.Text}\"/>");
                break;
            case long or int or short or byte or double or decimal:
                text.Append(CultureInfo.InvariantCulture, $"<c s=\"{WorkbookParts.Number}\"><v>{value}</v></c>");
                break;
            case DateOnly day:
                AddDate(text, WorkbookParts.Day, day.ToDateTime(TimeOnly.MinValue), () => Shown.Date(day));
                break;
            case DateTimeOffset at:
                AddDate(text, WorkbookParts.Moment, Shown.Clock(at), () => Shown.Moment(at));
                break;
            default:
                AddText(text, value.ToString()!, isHeading);
                break;
        }
    }

    // Days before March 1900 are counted wrongly or not at all by spreadsheet programs: they stay texts.
    private static void AddDate(StringBuilder text, int style, DateTime date, Func<string> written)
    {
        if (date.Year < 1901) AddText(text, written(), isHeading: false);
        else text.Append(CultureInfo.InvariantCulture, $"<c s=\"{style}\"><v>{date.ToOADate()}</v></c>");
    }

    private static void AddText(StringBuilder text, string value, bool isHeading)
    {
        var style = isHeading ? WorkbookParts.Heading : LooksLikeFormula(value) ? WorkbookParts.QuotedText : WorkbookParts.Text;
        text.Append(CultureInfo.InvariantCulture, $"<c s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        for (var i = 0; i < Math.Min(value.Length, LongestText); i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) text.Append(c).Append(value[++i]);
            else AddLetter(text, c);
        }

        text.Append("</t></is></c>");
    }

    private static void AddLetter(StringBuilder text, char c)
    {
        switch (c)
        {
            case '<':
                text.Append("&lt;");
                break;
            case '>':
                text.Append("&gt;");
                break;
            case '&':
                text.Append("&amp;");
                break;
            case '\r':
                text.Append("&#13;");
                break;
            case '\t' or '\n':
                text.Append(c);
                break;
            case < ' ' or '\uFFFE' or '\uFFFF':
                // XML cannot say these.
                break;
            default:
                text.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
                break;
        }
    }

    private static bool LooksLikeFormula(string value) => value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'';

    private static async Task Add(ZipArchive zip, string name, string text, CancellationToken stop)
    {
        await using var part = await Open(zip, name, stop);
        await part.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
    }

    private static Task<Stream> Open(ZipArchive zip, string name, CancellationToken stop) =>
        zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(stop);

    private static async Task Flush(Stream to, StringBuilder text, CancellationToken stop)
    {
        await to.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), stop);
        text.Clear();
    }
}
