using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Cleaning.Lists;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Import;

namespace XacThuc.Platform.Cleaning.Bring;

/// <summary>Compares a filled file with its list, cell by cell. What cannot be used is told; the rest goes on.</summary>
internal sealed class CompareFile(CleaningList list, IReadOnlyDictionary<int, CleaningRow> rows, FieldReading reading)
{
    private const int LongestNote = 300;
    private const int MostProblems = 500;

    /// <summary>Compares.</summary>
    public FileDifferences Run(IEnumerable<FilledRow> file, List<FileProblem> problems)
    {
        var seen = new Dictionary<int, long>();
        var differences = new List<RowDifference>();
        foreach (var filled in file)
        {
            if (FindRow(filled, seen, problems) is not { } row) continue;
            var cells = CellsOf(filled, row, problems);
            var note = filled.Note.Length > LongestNote ? filled.Note[..LongestNote] : filled.Note;
            var changed = note.Length > 0 && !note.Equals(row.HamletNote, StringComparison.Ordinal) ? note : null;
            if (cells.Count > 0 || changed is not null) differences.Add(new RowDifference(row, cells, changed));
        }

        return new FileDifferences(seen.Count, differences, [.. problems.OrderBy(problem => problem.Line).Take(MostProblems)]);
    }

    private CleaningRow? FindRow(FilledRow filled, Dictionary<int, long> seen, List<FileProblem> problems)
    {
        if (filled.Code.Length == 0)
        {
            // A line of signatures or a total below the table says nothing.
            if (IsAnythingIn(filled.Right)) problems.Add(new FileProblem(filled.Line, FillSentences.NoCode));
            return null;
        }

        string? problem = null;
        CleaningRow? row = null;
        if (ListWorkbook.Find(filled.Code) is not { } code) problem = FillSentences.NoSuchRow;
        else if (!code.List.Equals(list.Code, StringComparison.OrdinalIgnoreCase)) problem = FillSentences.OtherList(Plain(code.List));
        else if (!rows.TryGetValue(code.Number, out row)) problem = FillSentences.NoSuchRow;
        else if (!seen.TryAdd(code.Number, filled.Line)) problem = FillSentences.Repeated(seen[code.Number]);
        else if (FindAltered(filled.Recorded, row.Recorded) is { } field) problem = FillSentences.Altered(field);
        if (problem is null) return row;
        problems.Add(new FileProblem(filled.Line, problem));
        return null;
    }

    // A code is typed by people too: no more of it is shown than is surely no number of a person.
    private static string Plain(string code) =>
        code.Length <= 30 && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && code.Any(char.IsAsciiLetter) ? code : "?";

    private List<FilledCell> CellsOf(FilledRow filled, CleaningRow row, List<FileProblem> problems)
    {
        var cells = new List<FilledCell>();
        foreach (var field in Enum.GetValues<MandatoryField>())
        {
            var written = ImportTexts.Written(filled.Right, field);
            if (written.Length == 0) continue;
            if (written.Length > 200) problems.Add(new FileProblem(filled.Line, FillSentences.TooLongCell(field)));
            else if (FilledValue.Find(filled.Right, field, reading) is not { } value) problems.Add(new FileProblem(filled.Line, FillSentences.Unreadable(field)));
            else if (ImportTexts.Written(row.Filled, field) is var before && !value.Equals(before, StringComparison.Ordinal)
                && !(field == MandatoryField.Name && IsSame(filled.Right, row.Filled, field)))
                cells.Add(new FilledCell(field, before, value));
        }

        return cells;
    }

    private static bool IsAnythingIn(WrittenRecord right) =>
        Enum.GetValues<MandatoryField>().Any(field => ImportTexts.Written(right, field).Length > 0);

    // What a spreadsheet rewrote (a date, zeros in front) is the same; a cell that was emptied is not looked at, but the name is.
    private MandatoryField? FindAltered(WrittenRecord inFile, WrittenRecord inList)
    {
        foreach (var field in Enum.GetValues<MandatoryField>())
        {
            var (here, there) = (ImportTexts.Written(inFile, field), ImportTexts.Written(inList, field).Trim());
            if (here.Length == 0 && (field != MandatoryField.Name || there.Length == 0)) continue;
            if (here.Equals(there, StringComparison.Ordinal)) continue;
            if (!IsSame(inFile, inList, field)) return field;
        }

        return null;
    }

    private bool IsSame(WrittenRecord one, WrittenRecord other, MandatoryField field)
    {
        var (a, b) = (ReadFields.Of(one, reading), ReadFields.Of(other, reading));
        return a.VerdictOf(field) == FieldVerdict.NotCompared && b.VerdictOf(field) == FieldVerdict.NotCompared && field switch
        {
            MandatoryField.Name => a.NameText.Shown.Equals(b.NameText.Shown, StringComparison.Ordinal),
            MandatoryField.Sex => a.SexRead == b.SexRead,
            MandatoryField.DateOfBirth => a.Born == b.Born,
            MandatoryField.Number => a.Digits.TrimStart('0').Equals(b.Digits.TrimStart('0'), StringComparison.Ordinal),
        };
    }
}
