namespace XacThuc.Tables.Headings;

/// <summary>What a person said of the columns of files with these headings; it goes before what is recognised.</summary>
/// <param name="Headings">The headings as they stand.</param>
/// <param name="Columns">
/// For each wanted column, in the order of the contract, the place of its heading; <see cref="None"/> where the file has no
/// such column, <see cref="AsRecognised"/> where nothing was said.
/// </param>
public sealed record ColumnChoice(IReadOnlyList<string> Headings, IReadOnlyList<int> Columns)
{
    /// <summary>The file has no such column.</summary>
    public const int None = -1;

    /// <summary>Nothing was said.</summary>
    public const int AsRecognised = -2;

    /// <summary>Applies the choice to headings that are the ones it was made for.</summary>
    internal FoundHeadings ApplyTo(FoundHeadings found)
    {
        if (!found.Written.SequenceEqual(Headings, StringComparer.Ordinal)) return found;
        for (var i = 0; i < Math.Min(Columns.Count, found.Layout.Sources.Length); i++)
        {
            if (Columns[i] >= found.Written.Length || Columns[i] == AsRecognised) continue;
            found.Layout.Sources[i] = Columns[i] < 0 ? CellSource.Absent : CellSource.Of(Columns[i]);
        }

        found.Layout.Repeated.Clear();
        return found;
    }
}
