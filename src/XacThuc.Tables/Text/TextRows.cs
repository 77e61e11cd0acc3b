using System.Text;

namespace XacThuc.Tables.Text;

/// <summary>One row at the beginning of a delimited text.</summary>
/// <param name="Cells">Its cells without their quotes.</param>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="End">Offset behind its row end.</param>
/// <param name="Line">Number of its first line, from 1.</param>
public sealed record TextRow(string[] Cells, int Start, int End, long Line);

/// <summary>Takes the first rows of a delimited UTF-8 text apart.</summary>
public static class TextRows
{
    /// <param name="text">The beginning of the file, without byte order mark.</param>
    /// <param name="delimiter">The byte between cells.</param>
    /// <param name="most">How many rows at most.</param>
    /// <param name="isWhole">Whether the file ends where the text ends; otherwise a last open row is left out.</param>
    public static List<TextRow> Read(ReadOnlySpan<byte> text, byte delimiter, int most, bool isWhole)
    {
        var rows = new List<TextRow>();
        var (at, line) = (0, 1L);
        while (at < text.Length && rows.Count < most)
        {
            var (start, startLine) = (at, line);
            var cells = new List<string>();
            var open = true;
            while (open)
            {
                cells.Add(ReadCell(text, delimiter, ref at, ref line));
                if (at >= text.Length)
                {
                    if (!isWhole) return rows;
                    open = false;
                }
                else if (text[at] == delimiter)
                {
                    at++;
                }
                else
                {
                    open = false;
                    if (text[at] == '\r' && at + 1 == text.Length && !isWhole) return rows;
                    if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at++;
                    at++;
                    line++;
                }
            }

            rows.Add(new TextRow([.. cells], start, at, startLine));
        }

        return rows;
    }

    // Leaves the cursor on the delimiter, the row end or the end of the text.
    private static string ReadCell(ReadOnlySpan<byte> text, byte delimiter, ref int at, ref long line)
    {
        if (at >= text.Length || text[at] != '"') return ReadBare(text, delimiter, ref at);
        var cell = new List<byte>();
        at++;
        while (at < text.Length)
        {
            var b = text[at++];
            if (b == '\n') line++;
            if (b != '"')
            {
                cell.Add(b);
            }
            else if (at < text.Length && text[at] == '"')
            {
                cell.Add(b);
                at++;
            }
            else
            {
                break;
            }
        }

        var rest = ReadBare(text, delimiter, ref at);
        return Encoding.UTF8.GetString([.. cell]) + rest;
    }

    private static string ReadBare(ReadOnlySpan<byte> text, byte delimiter, ref int at)
    {
        var length = text[at..].IndexOfAny(delimiter, (byte)'\n', (byte)'\r');
        if (length < 0) length = text.Length - at;
        var cell = Encoding.UTF8.GetString(text.Slice(at, length));
        at += length;
        return cell;
    }
}
