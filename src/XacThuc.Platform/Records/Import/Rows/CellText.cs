using System.Text;

namespace XacThuc.Platform.Records.Import.Rows;

/// <summary>What stands in a cell of a file that people fill in.</summary>
internal static class CellText
{
    /// <summary>Its text. PostgreSQL keeps no NUL in one; a mark that keeps a spreadsheet from calculating is none of the value.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).Replace('\0', '\uFFFD').Trim();
        return text.Length > 1 && text[0] == '\'' ? text[1..].TrimStart() : text;
    }
}
