namespace XacThuc.Tables;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
public enum FileForm
{
    Text,
    Zip,
    OldWorkbook,
    Pdf,
    RichText,
    Picture,
    Archive,
    WebPage,
    Xml,
    Program,
}

public static class FileForms
{
    public static FileForm Recognise(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8)) return FileForm.Zip;

        // A compound file, or the bare stream of Excel 2, 3, 4 and 5.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
            || (head.Length > 4 && head[0] == 9 && head[1] is 0 or 2 or 4 or 8 && head[3] == 0 && head[2] is 4 or 6 or 8))
            return FileForm.OldWorkbook;
        if (head.StartsWith("%PDF-"u8)) return FileForm.Pdf;
        if (head.StartsWith("{\\rtf"u8)) return FileForm.RichText;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
            || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || head.StartsWith("GIF8"u8)) return FileForm.Picture;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) || head.StartsWith("Rar!"u8)
            || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])) return FileForm.Archive;
        if (head.StartsWith("MZ\0"u8) || head.StartsWith("\u007FELF"u8) || head.StartsWith("SQLite format 3"u8))
            return FileForm.Program;
        return OfMarkup(head);
    }

    /// <summary>Why a file of this form is no table; null where it may be one.</summary>
    public static string? RefusalOf(FileForm form) => form switch
    {
        FileForm.Text or FileForm.Zip or FileForm.OldWorkbook => null,
        FileForm.Pdf => FileSentences.Pdf,
        FileForm.RichText => FileSentences.Document,
        FileForm.Picture => FileSentences.Picture,
        FileForm.Archive => FileSentences.Archive,
        FileForm.WebPage => FileSentences.WebPage,
        FileForm.Xml => FileSentences.OldXml,
        FileForm.Program => FileSentences.NotATable,
    };

    private static FileForm OfMarkup(ReadOnlySpan<byte> head)
    {
        var start = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        start = start.TrimStart(" \t\r\n"u8);
        if (start.StartsWith("<?xml"u8)) return FileForm.Xml;
        if (start.IsEmpty || start[0] != '<') return FileForm.Text;
        var text = System.Text.Encoding.Latin1.GetString(start[..Math.Min(2000, start.Length)]);
        return text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<table", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<meta", StringComparison.OrdinalIgnoreCase)
            ? FileForm.WebPage
            : FileForm.Text;
    }
}
