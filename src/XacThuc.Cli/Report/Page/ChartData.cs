using System.Text;
using System.Text.Json;
using XacThuc.Cli.Report.Texts;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Report.Page;

/// <summary>The tables as the page's script reads them. JSON's own escaping keeps it inside its element.</summary>
internal static class ChartData
{
    public static string Of(IEnumerable<FigureTable> tables)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Write(json, "title", new Bilingual($"{ReportTexts.Kind.Vi} – XacThuc", $"{ReportTexts.Kind.En} – XacThuc"));
            json.WriteStartArray("charts");
            foreach (var table in tables.Where(table => table.Rows.Count > 0)) Write(json, table);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static void Write(Utf8JsonWriter json, FigureTable table)
    {
        json.WriteStartObject();
        json.WriteString("id", table.Place);
        json.WriteString("kind", table.Chart.Kind switch
        {
            ChartKind.Shares => "shares",
            ChartKind.Bars => "bars",
            ChartKind.Stacks => "stacks",
        });
        json.WriteStartArray("columns");
        foreach (var column in table.Columns.Where(column => column.Drawn)) WriteColumn(json, column);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows.Take(table.Chart.Most)) WriteRow(json, table, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, FigureColumn column)
    {
        json.WriteStartObject();
        Write(json, "name", column.Name);
        Write(json, column.Tone);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, FigureTable table, FigureRow row)
    {
        json.WriteStartObject();
        Write(json, "name", row.Name);
        Write(json, row.Tone);
        json.WriteStartArray("counts");
        for (var i = 0; i < row.Counts.Length; i++)
        {
            if (table.Columns[i].Drawn) json.WriteNumberValue(row.Counts[i]);
        }

        json.WriteEndArray();
        Write(json, "share", row.Share);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Tone tone) => json.WriteString("tone", tone.Word());

    private static void Write(Utf8JsonWriter json, string name, Bilingual text)
    {
        json.WriteStartObject(name);
        json.WriteString("vi", text.Vi);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
