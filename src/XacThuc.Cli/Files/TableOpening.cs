using System.Security;
using Microsoft.Win32.SafeHandles;
using XacThuc.Cli.Files.Headings;
using XacThuc.Cli.Files.Text;

namespace XacThuc.Cli.Files;

/// <summary>The way from a path to a <see cref="TableInput"/>.</summary>
internal static class TableOpening
{
    public static OpenResult Open(string path, TableKind kind)
    {
        if (string.IsNullOrWhiteSpace(path)) return OpenResult.Refused(FileSentences.NoName);
        if (Directory.Exists(path)) return Refused(path, FileSentences.Folder);
        SafeFileHandle handle;
        try
        {
            handle = File.OpenHandle(path, options: FileOptions.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException
            or ArgumentException or NotSupportedException)
        {
            return Refused(path, SentenceOf(e));
        }

        try
        {
            return OpenText(path, kind, handle);
        }
        catch (IOException)
        {
            handle.Dispose();
            return Refused(path, FileSentences.NotReadable);
        }
    }

    private static OpenResult OpenText(string path, TableKind kind, SafeFileHandle handle)
    {
        var length = RandomAccess.GetLength(handle);
        if (length == 0) return Refused(path, FileSentences.Empty);

        var buffer = new byte[(int)Math.Min(TextHead.Bytes, length)];
        var read = RandomAccess.Read(handle, buffer, 0);
        var skip = buffer.AsSpan(0, read).StartsWith("\uFEFF"u8) ? 3 : 0;
        var head = TextHead.Read(buffer.AsSpan(skip, read - skip), read == length, kind);
        if (head.Headings is not { } found) return Refused(path, FileSentences.NoHeadings);
        if (!found.Layout.IsComplete) return Refused(path, SentenceOf(found));

        var hasData = found.DataRow < head.Rows.Count;
        var last = head.Rows[^1];
        var dataStart = skip + (hasData ? head.Rows[found.DataRow].Start : last.End);
        var line = hasData ? head.Rows[found.DataRow].Line : last.Line + 1;
        var problems = found.Layout.Notes
            .Select(note => new TableProblem(path, head.Rows[found.Row].Line, "", note)).ToList();
        if (dataStart >= length) problems.Add(new TableProblem(path, 0, "", FileSentences.HeaderOnly));
        return OpenResult.Opened(new TableInput
        {
            Name = path,
            Kind = kind,
            Handle = handle,
            DataStart = dataStart,
            Length = length,
            Delimiter = head.Delimiter,
            Columns = Array.ConvertAll(found.Layout.Sources, source => source.First),
            ColumnCount = found.Written.Length,
            FirstDataLine = line,
            Origin = TextOrigin.Utf8,
            Problems = problems,
        });
    }

    private static string SentenceOf(FoundHeadings found) => found.Layout.Repeated.Count > 0
        ? FileSentences.RepeatedMandatory(found.Layout.Repeated)
        : FileSentences.MissingColumns(found.Layout.Missing, found.Written);

    private static string SentenceOf(Exception opening) => opening switch
    {
        FileNotFoundException or DirectoryNotFoundException => FileSentences.Missing,
        PathTooLongException => FileSentences.NameTooLong,
        UnauthorizedAccessException or SecurityException => FileSentences.NotPermitted,
        ArgumentException or NotSupportedException => FileSentences.Missing,
        _ => FileSentences.NotReadable,
    };

    private static OpenResult Refused(string path, string sentence) => OpenResult.Refused($"{path}: {sentence}");
}
