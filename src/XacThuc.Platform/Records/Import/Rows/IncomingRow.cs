using XacThuc.Matching;

namespace XacThuc.Platform.Records.Import.Rows;

/// <summary>A row of a file on its way to become a record.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="ExternalId">The file's id of it, or empty.</param>
/// <param name="Written">Its fields as written; names of old fonts decoded, the commune read.</param>
/// <param name="Hamlet">Hamlet of residence; empty where the file does not tell it, and then what is known stays.</param>
/// <param name="Read">What is understood of them.</param>
/// <param name="IdIsKey">Whether the id recognises the record when it is brought again.</param>
internal sealed record IncomingRow(long Line, string ExternalId, WrittenRecord Written, string Hamlet, ReadFields Read, bool IdIsKey)
{
    /// <summary>What only its kind of file has, in the order of its columns; nothing for a file of records.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>The phone, ten digits; empty where the file does not tell one that takes messages, and then what is known stays.</summary>
    public string Phone { get; init; } = "";

    /// <summary>By what it is recognised.</summary>
    public UInt128 KeyOf(int occurrence) => IdIsKey ? SameKey.OfId(ExternalId, occurrence) : SameKey.OfContent(Written, Read);

    /// <summary>Nothing of the row.</summary>
    public override string ToString() => nameof(IncomingRow);
}

/// <summary>A row that could not be split.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Column">The cell, from 1.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Raw">The row as it stands.</param>
internal sealed record UnsplitRow(long Line, int Column, RowProblem Problem, string Raw)
{
    /// <summary>Nothing of the row.</summary>
    public override string ToString() => nameof(UnsplitRow);
}

/// <summary>A run of rows of a file.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Rows">The rows that could be split.</param>
/// <param name="Unsplit">Those that could not.</param>
/// <param name="Done">Bytes of the file up to its end.</param>
internal sealed record IncomingRows(int Index, IReadOnlyList<IncomingRow> Rows, IReadOnlyList<UnsplitRow> Unsplit, long Done);
