using XacThuc.Tables.Headings;

namespace XacThuc.Tables.Text;

/// <summary>What the beginning of a delimited UTF-8 text says: its delimiter, headings and first row of data.</summary>
public sealed record TextHead(byte Delimiter, FoundHeadings? Headings, IReadOnlyList<TextRow> Rows)
{
    /// <summary>Enough for twenty rows of titles and headings and twenty of data, however wide.</summary>
    public const int Bytes = 1 << 20;

    private const int RowsLookedAt = 48;

    /// <param name="text">The beginning of the file, without byte order mark.</param>
    /// <param name="isWhole">Whether the file ends where the text ends.</param>
    /// <param name="kind">What the file is for.</param>
    /// <param name="choice">What a person said of its columns.</param>
    public static TextHead Read(ReadOnlySpan<byte> text, bool isWhole, TableKind kind, ColumnChoice? choice = null)
    {
        TextHead? best = null;
        foreach (var delimiter in Delimiters(text))
        {
            var rows = TextRows.Read(text, delimiter, RowsLookedAt, isWhole);
            var head = new TextHead(delimiter, HeadingSearch.Find([.. rows.Select(row => row.Cells)], kind, choice), rows);
            if (best is null || head.Worth > best.Worth) best = head;
        }

        return best!;
    }

    private int Worth => Headings is null ? 0 : Headings.Layout.Recognised * 2 + (Headings.Layout.IsComplete ? 1 : 0);

    // Excel writes and obeys a first line "sep=;".
    private static ReadOnlySpan<byte> Delimiters(ReadOnlySpan<byte> text) =>
        text.Length > 5 && text.StartsWith("sep="u8) && text[5] is (byte)'\r' or (byte)'\n'
            ? text.Slice(4, 1)
            : ",;\t|"u8;
}
