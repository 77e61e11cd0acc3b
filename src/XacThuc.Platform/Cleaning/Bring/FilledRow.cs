using XacThuc.Matching;

namespace XacThuc.Platform.Cleaning.Bring;

/// <summary>A row of a filled file, as it stands there.</summary>
/// <param name="Line">Its row in the file.</param>
/// <param name="Code">Its code.</param>
/// <param name="Recorded">What the file says was recorded.</param>
/// <param name="Right">What was filled in.</param>
/// <param name="Note">A word of the hamlet.</param>
internal sealed record FilledRow(long Line, string Code, WrittenRecord Recorded, WrittenRecord Right, string Note)
{
    /// <summary>Nothing of the row.</summary>
    public override string ToString() => nameof(FilledRow);
}

/// <summary>One thing to tell about a file.</summary>
/// <param name="Line">The row in the file, or 0 for all of it.</param>
/// <param name="Sentence">What is wrong and what to do; never a person's value.</param>
internal sealed record FileProblem(long Line, string Sentence);

/// <summary>A cell that will change the list.</summary>
internal sealed record FilledCell(MandatoryField Field, string Before, string After)
{
    /// <summary>Nothing of the cell.</summary>
    public override string ToString() => nameof(FilledCell);
}

/// <summary>A row of the list, and what a file says otherwise.</summary>
internal sealed record RowDifference(CleaningRow Row, IReadOnlyList<FilledCell> Cells, string? Note)
{
    /// <summary>Nothing of the row.</summary>
    public override string ToString() => nameof(RowDifference);
}

/// <summary>A file against its list.</summary>
/// <param name="Rows">How many rows of the file are rows of the list.</param>
/// <param name="Differences">What would be taken over.</param>
/// <param name="Problems">What is to be told.</param>
internal sealed record FileDifferences(int Rows, IReadOnlyList<RowDifference> Differences, IReadOnlyList<FileProblem> Problems)
{
    /// <summary>How many cells would change.</summary>
    public int Cells => Differences.Sum(row => row.Cells.Count + (row.Note is null ? 0 : 1));

    /// <summary>Nothing of the rows.</summary>
    public override string ToString() => nameof(FileDifferences);
}
