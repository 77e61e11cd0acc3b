using XacThuc.Matching.Indexing;

namespace XacThuc.Tables.Rows;

/// <summary>Cells between quotes (RFC 4180): where they and their rows end, and what they hold.</summary>
public static class QuotedCells
{
    // Where the first row with a quote starts, of text that starts with a row.
    public static bool TryFindQuotedRow(ReadOnlySpan<byte> text, out int start)
    {
        var quote = text.IndexOf((byte)'"');
        start = quote < 0 ? 0 : text[..quote].LastIndexOf((byte)'\n') + 1;
        return quote >= 0;
    }

    public static int EndOfRow(ReadOnlySpan<byte> text, int at, byte delimiter)
    {
        while (at < text.Length)
        {
            at = EndOfCell(text, at, delimiter, atEnd: false, out var isWhole, out _);
            if (!isWhole || at >= text.Length) return -1;
            if (text[at++] == '\n') return at;
        }

        return -1;
    }

    // The end of the cell that starts at a place: its delimiter or line end.
    public static int EndOfCell(
        ReadOnlySpan<byte> text, int start, byte delimiter, bool atEnd, out bool isWhole, out bool isSound)
    {
        isWhole = true;
        isSound = true;
        var at = start;
        if (at < text.Length && text[at] == '"')
        {
            var close = ClosingQuote(text, at + 1);
            if (close >= 0)
            {
                at = close + 1;
                isSound = at >= text.Length || text[at] == delimiter || text[at] is (byte)'\n' or (byte)'\r';
            }
            else
            {
                // Not closed: more may follow in the next chunk; otherwise the quote is a stray one.
                isWhole = atEnd || text.Length - start > RowSource.LongestQuoted;
                isSound = false;
            }
        }

        var rest = text[at..].IndexOfAny(delimiter, (byte)'\n');
        return rest < 0 ? text.Length : at + rest;
    }

    private static int ClosingQuote(ReadOnlySpan<byte> text, int at)
    {
        var limit = Math.Min(text.Length, at + RowSource.LongestQuoted);
        while (at < limit)
        {
            var quote = text[at..limit].IndexOf((byte)'"');
            if (quote < 0) return -1;
            at += quote;
            if (at + 1 >= text.Length || text[at + 1] != '"') return at;
            at += 2;
        }

        return -1;
    }

    public static FieldPlace Unquote(Span<byte> text, int start, int end)
    {
        if (end - start < 2 || text[start] != '"') return new FieldPlace(start, end - start);
        var inside = text[(start + 1)..(end - 1)];
        var doubled = inside.IndexOf((byte)'"');
        if (doubled < 0) return new FieldPlace(start + 1, inside.Length);

        var to = doubled;
        for (var from = doubled; from < inside.Length; from++)
        {
            inside[to++] = inside[from];
            if (inside[from] == '"' && from + 1 < inside.Length && inside[from + 1] == '"') from++;
        }

        // What is left behind must hold no line end: lines are counted afterwards.
        inside[to..].Fill((byte)'"');
        return new FieldPlace(start + 1, to);
    }
}
