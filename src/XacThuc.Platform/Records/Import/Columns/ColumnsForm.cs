using System.Text.Json;
using XacThuc.Tables;
using XacThuc.Tables.Headings;

namespace XacThuc.Platform.Records.Import.Columns;

/// <summary>Asks a person which column of a file is what; <c>_Columns.cshtml</c> shows it, on every page that takes files.</summary>
/// <param name="Kind">What the file is for.</param>
/// <param name="Headings">The headings as they stand.</param>
/// <param name="Sources">Where each wanted column comes from, as far as it is recognised.</param>
internal sealed record ColumnsForm(TableKind Kind, IReadOnlyList<string> Headings, IReadOnlyList<CellSource> Sources)
{
    /// <summary>Which handler of the page takes it; its own where none is named.</summary>
    public string? Handler { get; init; }

    /// <summary>Whether the file can be read without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The form of headings that were found.</summary>
    public static ColumnsForm Of(TableKind kind, FoundHeadings found) => new(kind, found.Written, found.Layout.Sources);

    /// <summary>What was said; none where the headings did not come with it.</summary>
    public static ColumnChoice? Read(string? headings, int[] column) =>
        headings is { Length: > 0 } && JsonSerializer.Deserialize<string[]>(headings) is { } written ? new ColumnChoice(written, column) : null;
}
