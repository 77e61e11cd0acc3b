using System.Diagnostics.CodeAnalysis;
using XacThuc.Tables.Headings;

namespace XacThuc.Tables;

/// <summary>A table ready to be read, or the one sentence that says why not.</summary>
public sealed class OpenResult
{
    private OpenResult(TableInput? table, string? refusal, FoundHeadings? nearest) => (Table, Refusal, Nearest) = (table, refusal, nearest);

    public TableInput? Table { get; }

    public string? Refusal { get; }

    /// <summary>The headings that came nearest, where columns are missing that a person could point at.</summary>
    public FoundHeadings? Nearest { get; }

    public static OpenResult Opened(TableInput table) => new(table, null, null);

    /// <param name="sentence">Why not.</param>
    /// <param name="nearest">The headings that came nearest, where a person could say what is missing.</param>
    public static OpenResult Refused(string sentence, FoundHeadings? nearest = null) => new(null, sentence, nearest);

    public bool TryGet([NotNullWhen(true)] out TableInput? table, [NotNullWhen(false)] out string? refusal)
    {
        (table, refusal) = (Table, Refusal);
        return table is not null;
    }
}
