using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;

namespace XacThuc.Tables.Rows;

/// <summary>A run of whole rows of a file, and where the wanted cells lie in it. One a worker, used again and again.</summary>
public sealed class RowChunk
{
    /// <summary>The bytes of the rows, with slack behind them.</summary>
    public byte[] Text { get; set; } = GC.AllocateUninitializedArray<byte>(
        RowSource.ChunkBytes + 2 * PersonIntake.Slack, pinned: true);

    /// <summary>How many bytes of <see cref="Text"/> are rows.</summary>
    public int Length { get; set; }

    /// <summary>The chunk's place in the file, from 0.</summary>
    public int Index { get; set; }

    /// <summary>The line of the user's file on which the chunk starts.</summary>
    public long FirstLine { get; set; }

    /// <summary>Whether any cell is quoted.</summary>
    public bool HasQuotes { get; set; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; set; }

    /// <summary>The wanted cells of each row, one row behind the other.</summary>
    public FieldPlace[] Places { get; set; } = [];

    /// <summary>Rows that could not be split, in order.</summary>
    public List<BrokenRow> Broken { get; } = [];

    /// <summary>The line of the user's file on which a byte of the chunk stands.</summary>
    public long LineOf(int offset) => FirstLine + Text.AsSpan(0, offset).Count((byte)'\n');
}

/// <summary>A row that could not be split into the cells that the headings promise.</summary>
/// <param name="Row">Its place among the rows of the chunk.</param>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="Column">The cell, from 1, at which reading failed.</param>
/// <param name="Kind">What is wrong.</param>
public readonly record struct BrokenRow(int Row, int Start, int Column, BrokenRowKind Kind);

public enum BrokenRowKind
{
    TooFewCells,
    TooManyCells,
    Quotes,
}
