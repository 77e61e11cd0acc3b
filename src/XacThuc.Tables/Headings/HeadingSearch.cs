namespace XacThuc.Tables.Headings;

/// <summary>A row of headings found among the first rows of a table.</summary>
/// <param name="Row">Index of the (upper) row of headings.</param>
/// <param name="DataRow">Index of the first row of data.</param>
/// <param name="Written">The headings as they stand.</param>
/// <param name="Layout">What they come to.</param>
public sealed record FoundHeadings(int Row, int DataRow, string[] Written, Layout Layout);

/// <summary>Looks for the headings in the first rows of a table; titles may stand above them.</summary>
public static class HeadingSearch
{
    public const int Rows = 20;

    /// <summary>The first row that has all mandatory columns, or else the row that has most, or null.</summary>
    public static FoundHeadings? Find(IReadOnlyList<string[]> rows, TableKind kind, ColumnChoice? choice = null)
    {
        FoundHeadings? best = null;
        for (var i = 0; i < Math.Min(Rows, rows.Count); i++)
        {
            foreach (var found in Candidates(rows, i, kind).Select(one => choice?.ApplyTo(one) ?? one))
            {
                if (found.Layout.IsComplete) return Finish(found, rows);
                if (found.Layout.Recognised >= 2 && found.Layout.Recognised > (best?.Layout.Recognised ?? 0)) best = found;
            }
        }

        return best;
    }

    private static IEnumerable<FoundHeadings> Candidates(IReadOnlyList<string[]> rows, int i, TableKind kind)
    {
        var headings = Array.ConvertAll(rows[i], HeadingNames.Recognise);
        if (Array.TrueForAll(headings, heading => heading == Heading.None)) yield break;
        var none = new Heading[headings.Length];
        var one = new FoundHeadings(i, i + 1, rows[i], LayoutReading.Read(kind, rows[i], [.. headings], none));
        if (i + 1 < rows.Count && TwoRows(rows, i, kind) is { } two)
        {
            if (IsOnlyHeadings(rows[i + 1]) && two.Layout.IsComplete) yield return two;
            yield return one;
            yield return two;
        }
        else
        {
            yield return one;
        }
    }

    private static bool IsOnlyHeadings(string[] row)
    {
        var cells = row.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToArray();
        return cells.Length >= 2 && Array.TrueForAll(cells, cell => HeadingNames.Recognise(cell) != Heading.None);
    }

    /// <summary>A heading over two or three narrower ones, as merged cells come out.</summary>
    private static FoundHeadings TwoRows(IReadOnlyList<string[]> rows, int i, TableKind kind)
    {
        var (upper, lower) = (rows[i], rows[i + 1]);
        var width = Math.Max(upper.Length, lower.Length);
        var (written, headings, above) = (new string[width], new Heading[width], new Heading[width]);
        var over = "";
        for (var c = 0; c < width; c++)
        {
            var (high, low) = (At(upper, c), At(lower, c));
            if (high.Length > 0) over = high;
            else if (low.Length == 0) over = "";
            var lowHeading = HeadingNames.Recognise(low);
            written[c] = lowHeading != Heading.None || high.Length == 0 ? low : high;
            headings[c] = HeadingNames.Recognise(written[c]);
            above[c] = HeadingNames.Recognise(over);
        }

        return new FoundHeadings(i, i + 2, written, LayoutReading.Read(kind, written, headings, above));
    }

    private static FoundHeadings Finish(FoundHeadings found, IReadOnlyList<string[]> rows)
    {
        if (found.DataRow < rows.Count && IsNumbering(rows[found.DataRow]))
        {
            found.Layout.Notes.Add(FileSentences.NumberRow);
            found = found with { DataRow = found.DataRow + 1 };
        }

        JoinUnnamedGivenName(found, rows);
        return found;
    }

    // "Họ và tên" merged over two columns leaves the second without a heading of its own.
    private static void JoinUnnamedGivenName(FoundHeadings found, IReadOnlyList<string[]> rows)
    {
        var sources = found.Layout.Sources;
        var place = Array.FindIndex(sources, source => source.Kind == SourceKind.Single
            && HeadingNames.Recognise(found.Written[source.First]) == Heading.FullName);
        if (place < 0) return;
        var next = sources[place].First + 1;
        if (next >= found.Written.Length || found.Written[next].Length > 0) return;

        var data = rows.Skip(found.DataRow).Where(row => At(row, next - 1).Length > 0).ToArray();
        var named = data.Count(row => At(row, next) is { Length: > 0 } text && text.All(c => !char.IsDigit(c)));
        if (data.Length > 0 && named * 5 >= data.Length * 4)
            sources[place] = new CellSource(SourceKind.Joined, next - 1, next);
    }

    /// <summary>"(1) (2) (3)" or "A B 1 2" under the headings of an official form.</summary>
    private static bool IsNumbering(string[] row)
    {
        var cells = row.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell.Trim(' ', '(', ')', '[', ']'))
            .ToArray();
        return cells.Length >= 3 && Array.TrueForAll(cells, cell =>
                (cell.Length is 1 or 2 && cell.All(char.IsAsciiDigit)) || (cell.Length == 1 && char.IsAsciiLetterUpper(cell[0])))
            && cells.Distinct(StringComparer.Ordinal).Count() == cells.Length;
    }

    private static string At(string[] row, int column) => column < row.Length ? row[column].Trim() : "";
}
