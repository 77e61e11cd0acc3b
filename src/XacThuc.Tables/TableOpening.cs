using System.Security;
using XacThuc.Tables.Headings;
using XacThuc.Tables.Text;
using XacThuc.Tables.Workbooks;

namespace XacThuc.Tables;

/// <summary>The way from a path to a <see cref="TableInput"/>.</summary>
public static class TableOpening
{
    public static OpenResult Open(string path, TableKind kind, ColumnChoice? choice = null)
    {
        if (string.IsNullOrWhiteSpace(path)) return OpenResult.Refused(FileSentences.NoName);
        if (Directory.Exists(path)) return Refused(path, FileSentences.Folder);
        var held = new HeldFile();
        try
        {
            held.Take(File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete));
            var result = Open(path, kind, choice, held);
            if (result.Table is null) held.Dispose();
            return result;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException
            or ArgumentException or NotSupportedException)
        {
            held.Dispose();
            return Refused(path, held.IsOpened ? SentenceOfReading(e) : FileSentences.Of(e));
        }
    }

    private static OpenResult Open(string path, TableKind kind, ColumnChoice? choice, HeldFile held)
    {
        if (!held.IsSeekable) held.Take(Transcoding.Copy(held.Handle));
        if (held.Length == 0) return Refused(path, FileSentences.Empty);

        var form = FileForms.Recognise(held.Head(4096));
        if (FileForms.RefusalOf(form) is { } refusal) return Refused(path, refusal);
        return form is FileForm.Zip or FileForm.OldWorkbook
            ? WorkbookOpening.Open(path, kind, choice, held, form)
            : TextOpening.Open(path, kind, choice, held);
    }

    private static string SentenceOfReading(Exception reading) =>
        AtomicOutput.IsDiskFull(reading) ? FileSentences.NoRoom : FileSentences.NotReadable;

    private static OpenResult Refused(string path, string sentence) => OpenResult.Refused($"{path}: {sentence}");
}
