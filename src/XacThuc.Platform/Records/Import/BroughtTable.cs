using System.Globalization;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Tables;
using XacThuc.Tables.Headings;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Records.Import;

/// <summary>Files that were brought, as tables and under the names that their people know.</summary>
internal static class BroughtTable
{
    private const int LongestName = 120;

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
        var path = UploadFolder.PathOf(settings, stored);
        var result = TableInput.Open(path, kind, choice);
        nearest = result.Nearest;
        if (result.TryGet(out var table, out var sentence)) return table;

        // What Tables says begins with the path it was given; the user knows the file by another name.
        return RecordsRefusals.FileNotReadable(
            sentence.StartsWith(path + ": ", StringComparison.Ordinal) ? sentence[(path.Length + 2)..] : sentence);
    }

    /// <summary>The user's name of a file, fit to be shown: no folders, nothing that cannot be seen, not endless.</summary>
    public static string NameOf(string? given)
    {
        var name = (given ?? "").Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim();
        if (name.Length > LongestName) name = name[..(LongestName - 10)] + "…" + name[^8..];
        return name.Length == 0 ? Speech.Say("tệp hồ sơ", "records file") : name;
    }
}
