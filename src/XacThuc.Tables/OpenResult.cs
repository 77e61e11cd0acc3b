using System.Diagnostics.CodeAnalysis;

namespace XacThuc.Tables;

/// <summary>A table ready to be read, or the one sentence that says why not.</summary>
public sealed class OpenResult
{
    private OpenResult(TableInput? table, string? refusal) => (Table, Refusal) = (table, refusal);

    public TableInput? Table { get; }

    public string? Refusal { get; }

    public static OpenResult Opened(TableInput table) => new(table, null);

    public static OpenResult Refused(string sentence) => new(null, sentence);

    public bool TryGet([NotNullWhen(true)] out TableInput? table, [NotNullWhen(false)] out string? refusal)
    {
        (table, refusal) = (Table, Refusal);
        return table is not null;
    }
}
