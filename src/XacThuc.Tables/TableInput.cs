using Microsoft.Win32.SafeHandles;
using XacThuc.Tables.Headings;
using XacThuc.Tables.Text;

namespace XacThuc.Tables;

/// <summary>What the bytes of a file were before they became UTF-8.</summary>
public enum TextOrigin
{
    Utf8,
    Utf16,
    Utf32,
    Windows1258,

    /// <summary>Bytes of an old font (TCVN3, VNI), each turned into the character of Windows-1252.</summary>
    OldFont,

    /// <summary>A workbook: Unicode, but names in it may have been typed for an old font.</summary>
    Workbook,
}

/// <summary>
/// Any table a clerk has, as one uniform thing: delimited UTF-8 bytes and where the wanted columns stand in them.
/// Rows end with LF or CRLF; a quoted cell may hold both.
/// </summary>
public sealed class TableInput : IDisposable
{
    public required string Name { get; init; }

    public required TableKind Kind { get; init; }

    public required SafeFileHandle Handle { get; init; }

    /// <summary>Offset of the first row of data.</summary>
    public required long DataStart { get; init; }

    /// <summary>Length of the whole file; rows go on until there.</summary>
    public required long Length { get; init; }

    public required byte Delimiter { get; init; }

    /// <summary>Place in the row of each wanted column in the order of the contract; -1 where there is none.</summary>
    public required int[] Columns { get; init; }

    /// <summary>How many cells the headings promise.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>Line of the user's file, or row of the sheet, of the row at <see cref="DataStart"/>; from 1.</summary>
    public required long FirstDataLine { get; init; }

    public required TextOrigin Origin { get; init; }

    /// <summary>The headings as they stand in the file.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Where each wanted column comes from among <see cref="Headings"/>, in the order of the contract.</summary>
    public IReadOnlyList<CellSource> Sources { get; init; } = [];

    /// <summary>Whether what stands for ids is only the row's number: it names nothing beyond this file.</summary>
    public bool HasRowNumbersOnly => Kind is TableKind.Records or TableKind.Survey or TableKind.Doses && Sources.Count > 0
        && Sources[RecordsColumn.RecordId] is { Kind: SourceKind.Single } source
        && HeadingNames.Recognise(Headings[source.First]) == Heading.RowNumber;

    /// <summary>Things to tell that did not keep the file from being read.</summary>
    public required IReadOnlyList<TableProblem> Problems { get; init; }

    /// <summary>Opens a file of any form. What cannot be used is refused in one plain sentence.</summary>
    public static OpenResult Open(string path, TableKind kind, ColumnChoice? choice = null) =>
        TableOpening.Open(path, kind, choice);

    /// <summary>Names from all over the file, to tell in which alphabet they were typed.</summary>
    public IEnumerable<string> SampleNames(int max)
    {
        var column = Columns[Kind switch
        {
            TableKind.Register => RegisterColumn.FullName,
            TableKind.Records or TableKind.Survey or TableKind.Doses => RecordsColumn.FullName,
            TableKind.Cleaning => CleaningColumn.FullName,
            TableKind.Places => PlacesColumn.Name,
        }];
        const int windows = 8, windowBytes = 1 << 16;
        var each = Math.Max(1, (max + windows - 1) / windows);
        var step = Math.Max(windowBytes, (Length - DataStart) / windows);
        var given = 0;
        for (var start = DataStart; start < Length && given < max; start += step)
        {
            var buffer = new byte[(int)Math.Min(windowBytes, Length - start)];
            var read = RandomAccess.Read(Handle, buffer, start);
            var isWhole = start + read >= Length;
            var from = start == DataStart ? 0 : buffer.AsSpan(0, read).IndexOf((byte)'\n') + 1;
            var rows = TextRows.Read(buffer.AsSpan(from, read - from), Delimiter,
                step == windowBytes ? max : each, isWhole);
            foreach (var row in rows)
            {
                if (given == max) yield break;
                if (column >= row.Cells.Length || string.IsNullOrWhiteSpace(row.Cells[column])) continue;
                given++;
                yield return row.Cells[column];
            }
        }
    }

    public void Dispose() => Handle.Dispose();
}
