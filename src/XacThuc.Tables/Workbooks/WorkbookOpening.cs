using System.IO.Compression;
using System.Xml;
using XacThuc.Tables.Headings;

namespace XacThuc.Tables.Workbooks;

/// <summary>Opens a workbook: one line of a temporary CSV for each row of its sheet, wanted columns only.</summary>
public static class WorkbookOpening
{
    private const int RowsLookedAt = 48;

    public static OpenResult Open(string path, TableKind kind, ColumnChoice? choice, HeldFile held, FileForm form)
    {
        try
        {
            var result = Read(path, kind, choice, held, form);
            if (result.Table is not null) held.Take(result.Table.Handle);
            return result;
        }
        catch (UnusableWorkbookException unusable)
        {
            return Refused(path, unusable.Message);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or OutOfMemoryException
            or EndOfStreamException)
        {
            return Refused(path, e is OutOfMemoryException ? FileSentences.ZipBomb : FileSentences.DamagedWorkbook);
        }
    }

    private static OpenResult Read(string path, TableKind kind, ColumnChoice? choice, HeldFile held, FileForm form)
    {
        using var stream = held.AsStream();
        using var workbook = Of(stream, form);
        return Open(path, kind, choice, workbook);
    }

    private static Workbook Of(FileStream stream, FileForm form)
    {
        if (form == FileForm.OldWorkbook)
        {
            if (CompoundDirectory.RefusalOf(stream) is { } other) throw new UnusableWorkbookException(other);
            stream.Position = 0;
            return new OldWorkbook(stream);
        }

        var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (WorkbookParts.RefusalOf(archive) is { } refusal) throw new UnusableWorkbookException(refusal);
        if (archive.GetEntry("xl/workbook.bin") is null) return new XlsxWorkbook(archive);
        stream.Position = 0;
        return new OldWorkbook(stream);
    }

    private static OpenResult Open(string path, TableKind kind, ColumnChoice? choice, Workbook workbook)
    {
        var notes = new List<TableProblem>();
        (Sheet Sheet, FoundHeadings Headings)? chosen = null;
        FoundHeadings? nearest = null;
        var isHidden = false;
        foreach (var sheet in workbook.Sheets)
        {
            if (chosen is not null && sheet.IsVisible) continue;
            var found = HeadingSearch.Find(FirstRows(workbook, sheet), kind, choice);
            if (!sheet.IsVisible)
            {
                isHidden |= found?.Layout.IsComplete == true;
                notes.Add(new TableProblem(path, 0, "", FileSentences.HiddenSheet(sheet.Name)));
            }
            else if (found?.Layout.IsComplete == true)
            {
                chosen = (sheet, found);
            }
            else if (found is not null && found.Layout.Recognised > (nearest?.Layout.Recognised ?? 0))
            {
                nearest = found;
            }
        }

        if (chosen is not { } use)
        {
            return nearest is not null
                ? OpenResult.Refused($"{path}: {FileSentences.Unusable(nearest)}", nearest)
                : Refused(path, isHidden ? FileSentences.OnlyHidden : FileSentences.NoHeadingsOf(kind));
        }


        var headings = use.Headings;
        if (workbook.Sheets.Count(sheet => sheet.IsVisible) > 1)
            notes.Add(new TableProblem(path, 0, "", FileSentences.SheetUsed(use.Sheet.Name)));
        notes.AddRange(headings.Layout.Notes.Select(note => new TableProblem(path, headings.Row + 1, "", note)));
        var writing = new SheetWriting(path, kind, workbook, headings, notes);
        var copy = writing.Write(use.Sheet);
        var length = RandomAccess.GetLength(copy);
        if (length == 0) notes.Add(new TableProblem(path, 0, "", FileSentences.HeaderOnly));
        return OpenResult.Opened(new TableInput
        {
            Name = path,
            Kind = kind,
            Handle = copy,
            DataStart = 0,
            Length = length,
            Delimiter = SheetWriting.Delimiter,
            Columns = [.. headings.Layout.Sources.Select((source, i) => source.Kind == SourceKind.Absent ? -1 : i)],
            ColumnCount = headings.Layout.Sources.Length,
            FirstDataLine = headings.DataRow + 1,
            Origin = TextOrigin.Workbook,
            Problems = notes,
            Headings = headings.Written,
            Sources = headings.Layout.Sources,
        });
    }

    private static List<string[]> FirstRows(Workbook workbook, Sheet sheet)
    {
        var rows = new List<string[]>();
        foreach (var row in workbook.Rows(sheet))
        {
            if (row.Number > RowsLookedAt) break;
            while (rows.Count < row.Number - 1) rows.Add([]);
            rows.Add([.. row.Cells.Select(cell => CellWriting.Write(cell, CellRole.Text, 0))]);
        }

        return rows;
    }

    private static OpenResult Refused(string path, string sentence) => OpenResult.Refused($"{path}: {sentence}");
}
