using XacThuc.Tables.Headings;

namespace XacThuc.Tables.Text;

/// <summary>Opens a delimited text of any encoding.</summary>
public static class TextOpening
{
    public static OpenResult Open(string path, TableKind kind, ColumnChoice? choice, HeldFile held)
    {
        var notes = new List<TableProblem>();
        var (origin, encoding) = TextEncodings.Recognise(held.Handle, held.Length);
        if (encoding is not null)
        {
            held.Take(Transcoding.ToUtf8(held.Handle, encoding));
            notes.Add(new TableProblem(path, 0, "", SentenceOf(origin)));
        }

        var text = held.Head(TextHead.Bytes);
        var skip = text.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var head = TextHead.Read(text.AsSpan(skip), text.Length == held.Length, kind, choice);
        if (head.Headings is not { } found)
            return Refused(path, HasControls(text) ? FileSentences.NotATable : FileSentences.NoHeadingsOf(kind));
        if (!found.Layout.IsComplete) return OpenResult.Refused($"{path}: {FileSentences.Unusable(found)}", found);

        notes.AddRange(found.Layout.Notes.Select(note => new TableProblem(path, head.Rows[found.Row].Line, "", note)));
        var (start, line) = found.DataRow < head.Rows.Count
            ? (skip + head.Rows[found.DataRow].Start, head.Rows[found.DataRow].Line)
            : (skip + (long)head.Rows[^1].End, head.Rows[^1].Line + 1);
        if (start >= held.Length) notes.Add(new TableProblem(path, 0, "", FileSentences.HeaderOnly));

        var hasLoneReturns = HasLoneReturn(text);
        var derived = 0;
        if (found.Layout.IsDerived || hasLoneReturns)
        {
            if (hasLoneReturns) notes.Add(new TableProblem(path, 0, "", FileSentences.MixedRowEnds));
            held.Take(RowRewriting.Rewrite(held.Handle, start, held.Length, head.Delimiter, found.Layout.Sources));
            derived = found.Layout.Sources.Count(source => source.IsDerived);
            start = 0;
        }

        return OpenResult.Opened(new TableInput
        {
            Name = path,
            Kind = kind,
            Handle = held.Handle,
            DataStart = start,
            Length = held.Length,
            Delimiter = head.Delimiter,
            Columns = Places(found.Layout.Sources, derived),
            ColumnCount = found.Written.Length + derived,
            FirstDataLine = line,
            Origin = origin,
            Problems = notes,
            Headings = found.Written,
            Sources = found.Layout.Sources,
        });
    }

    private static int[] Places(CellSource[] sources, int derived)
    {
        var next = 0;
        return Array.ConvertAll(sources, source => source.Kind switch
        {
            SourceKind.Absent => -1,
            SourceKind.Single => source.First + derived,
            SourceKind.Joined or SourceKind.FirstOf or SourceKind.Marked or SourceKind.MarkedFemale
                or SourceKind.DayMonthYear => next++,
        });
    }

    private static bool HasLoneReturn(ReadOnlySpan<byte> text)
    {
        while (text.IndexOf((byte)'\r') is >= 0 and var at && at + 1 < text.Length)
        {
            if (text[at + 1] != '\n') return true;
            text = text[(at + 2)..];
        }

        return false;
    }

    private static bool HasControls(ReadOnlySpan<byte> text)
    {
        var controls = 0;
        foreach (var b in text)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n')) controls++;
        return controls * 100 > text.Length;
    }

    private static string SentenceOf(TextOrigin origin) => origin switch
    {
        TextOrigin.Utf16 => FileSentences.Utf16,
        TextOrigin.Utf32 => FileSentences.Utf32,
        TextOrigin.Windows1258 => FileSentences.Windows1258,
        TextOrigin.OldFont => FileSentences.LegacyFont,
        TextOrigin.Utf8 or TextOrigin.Workbook => throw new System.Diagnostics.UnreachableException(),
    };

    private static OpenResult Refused(string path, string sentence) => OpenResult.Refused($"{path}: {sentence}");
}
