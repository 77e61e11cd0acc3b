using System.Globalization;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Tables;
using XacThuc.Tables.Headings;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Records.Import;

/// <summary>Where files that people bring are kept: in the house's folder, under names of our making.</summary>
internal static class Uploads
{
    /// <summary>No larger file is taken.</summary>
    public const long Largest = 2L << 30;

    private const int LongestName = 120;
    private const int Buffer = 1 << 16;

    /// <summary>Keeps what comes in.</summary>
    /// <returns>The file's stored name and size.</returns>
    public static async Task<Result<(string Stored, long Size)>> Keep(HouseSettings settings, Stream from, CancellationToken stop)
    {
        var stored = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture);
        var path = PathOf(settings, stored);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var size = 0L;
        var isWhole = false;
        try
        {
            await using var to = new FileStream(
                path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, FileOptions.Asynchronous);
            var buffer = new byte[Buffer];
            while (await from.ReadAsync(buffer, stop) is > 0 and var read)
            {
                if ((size += read) > Largest) return RecordsRefusals.FileTooLarge;
                await to.WriteAsync(buffer.AsMemory(0, read), stop);
            }

            if (size == 0) return RecordsRefusals.FileEmpty;
            to.Flush(flushToDisk: true);
            isWhole = true;
            return (stored, size);
        }
        catch (Exception failed) when (failed is (IOException and not Microsoft.AspNetCore.Http.BadHttpRequestException) or ArgumentOutOfRangeException)
        {
            return RecordsRefusals.FileNotKept(AtomicOutput.SentenceOf(failed));
        }
        finally
        {
            if (!isWhole) File.Delete(path);
        }
    }

    /// <summary>Opens a kept file as a table, by the columns that a person named.</summary>
    public static Result<TableInput> Open(HouseSettings settings, ImportedFile file) =>
        Open(settings, file.Stored, ColumnMemory.Read(file.Columns), out _);

    /// <summary>Opens a kept file as a table.</summary>
    /// <param name="settings">The house.</param>
    /// <param name="stored">Its stored name.</param>
    /// <param name="choice">What a person said of its columns.</param>
    /// <param name="nearest">Where it is refused for want of columns: the headings that a person could point at.</param>
    /// <param name="kind">What the file is for.</param>
    public static Result<TableInput> Open(
        HouseSettings settings, string stored, ColumnChoice? choice, out FoundHeadings? nearest, TableKind kind = TableKind.Records)
    {
        var path = PathOf(settings, stored);
        var result = TableInput.Open(path, kind, choice);
        nearest = result.Nearest;
        if (result.TryGet(out var table, out var sentence)) return table;

        // What Tables says begins with the path it was given; the user knows the file by another name.
        return RecordsRefusals.FileNotReadable(
            sentence.StartsWith(path + ": ", StringComparison.Ordinal) ? sentence[(path.Length + 2)..] : sentence);
    }

    /// <summary>Takes a kept file away.</summary>
    public static void Forget(HouseSettings settings, string stored) => File.Delete(PathOf(settings, stored));

    /// <summary>The user's name of a file, fit to be shown: no folders, nothing that cannot be seen, not endless.</summary>
    public static string NameOf(string? given)
    {
        var name = (given ?? "").Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim();
        if (name.Length > LongestName) name = name[..(LongestName - 10)] + "…" + name[^8..];
        return name.Length == 0 ? Speech.Say("tệp hồ sơ", "records file") : name;
    }

    /// <summary>Where a kept file stands.</summary>
    public static string PathOf(HouseSettings settings, string stored) => Path.Combine(settings.Folder, "uploads", stored);
}
