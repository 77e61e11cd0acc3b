using XacThuc.Cli.Files.Headings;

namespace XacThuc.Cli.Files;

/// <summary>Everything this folder says to a person, together so that it can be translated.</summary>
internal static class FileSentences
{
    public const string Missing = "This file does not exist: check its name and folder.";
    public const string NoName = "No file was named: give the name of a .csv or .xlsx file.";
    public const string Folder = "This is a folder: name the file in it.";
    public const string NotPermitted = "This file may not be read: close it where it is open, or ask its owner for the right to read it.";
    public const string NameTooLong = "This name is too long for the system: move the file to a shorter folder.";
    public const string Empty = "This file is empty: export it again.";
    public const string NotReadable = "This file could not be read from the disk: copy it again and retry.";
    public const string NoRoom = "There is no room for a temporary copy: free space in the temporary folder.";
    public const string NotATable = "This is not a table: export it as .xlsx or .csv.";
    public const string Pdf = "This is a PDF document: ask for the Excel file it was made from.";
    public const string Document = "This is a text document: copy its table into Excel and save it as .xlsx.";
    public const string Presentation = "This is a presentation: copy its table into Excel and save it as .xlsx.";
    public const string OpenDocument = "This is an OpenDocument file: open it and save it as .xlsx.";
    public const string WebPage = "This is a web page with an Excel name: open it in Excel and save it as .xlsx.";
    public const string OldXml = "This is an XML file: open it in Excel and save it as .xlsx.";
    public const string Archive = "This is a compressed archive: unpack it and name the table inside.";
    public const string Picture = "This is a picture: ask for the Excel file it was made from.";
    public const string NoHeadings =
        "No row of headings was found in the first 20 rows: put headings such as \"Họ và tên\", \"Giới tính\", \"Ngày sinh\", \"Số CCCD\" over the columns.";
    public const string HeaderOnly = "There are headings but no rows under them.";
    public const string OnlyFemaleColumn =
        "Only a column \"Nữ\" tells the sex: a marked cell was read as female, a blank one as male.";
    public const string Utf16 = "The file is written in UTF-16; it was read as such.";
    public const string Windows1258 = "The file is not UTF-8; it was read as Windows-1258 (Vietnamese).";
    public const string LegacyFont =
        "The file is not UTF-8; it was read as text in an old font (TCVN3 or VNI), byte by byte.";
    public const string MixedRowEnds = "Some rows end with a lone carriage return; they were read as rows of their own.";
    public const string NumberRow = "The row of column numbers under the headings was passed over.";

    public const string DamagedWorkbook = "This workbook is damaged or was not copied completely: copy it again, or open it in Excel and save it anew.";
    public const string Password = "This workbook is protected by a password: open it in Excel and save a copy without one.";
    public const string ZipBomb = "This workbook would unpack to far more than it should: open it in Excel and save only the sheet that is needed.";
    public const string OnlyHidden = "The only sheet with the right headings is hidden: show it in Excel and save.";
    public const string ErrorCell = "The cell shows an error in place of a value; it was read as blank: correct it in Excel.";
    public const string NotCalculated = "The cell holds a formula that was never worked out; it was read as blank: open the file in Excel and save it.";
    public const string MayBeYear = "The cell shows a day in 1905; if a year was typed, give the cell the format General in Excel.";
    public const string NoOutputFolder = "The folder to write to does not exist: create it or name another.";
    public const string OutputNotPermitted = "This may not be written: name another folder, or ask for the right to write here.";
    public const string OutputIsFolder = "This is a folder: name the file to write in it.";
    public const string NoFileName = "This is no name for a file: name the file to write.";
    public const string DiskFull = "The disk is full: free space and run again.";
    public const string NobodyReads = "The program that was to receive the output has ended.";
    public const string NotWritable = "This could not be written: check the disk and run again.";

    public static string HiddenSheet(string name) => $"The hidden sheet \"{Plain(name)}\" was not read.";

    public static string SheetUsed(string name) => $"The sheet \"{Plain(name)}\" was read; other sheets were not.";

    public static string MoreCells(int count) => $"{count} more cells hold errors or formulas that were never worked out.";

    public static string RepeatedColumn(string heading) =>
        $"The column \"{Plain(heading)}\" stands there more than once; the first one was used.";

    public static string RepeatedUnrelated(string heading) =>
        $"The column \"{Plain(heading)}\" stands there more than once; it was not needed.";

    public static string SeveralNumbers(IEnumerable<string> headings) =>
        $"The number is taken from the first of {List(headings)} that is filled in.";

    /// <summary>Why the headings found are not enough.</summary>
    public static string Unusable(FoundHeadings found) => found.Layout.Repeated.Count > 0
        ? RepeatedMandatory(found.Layout.Repeated)
        : MissingColumns(found.Layout.Missing, found.Written);

    public static string MissingColumns(IEnumerable<WantedColumn> missing, IEnumerable<string> found) =>
        $"No column was found for {string.Join(", ", missing.Select(c => $"{c.Name} (\"{c.Example}\")"))}; "
        + $"the columns are {List(found)}: name the missing ones in the row of headings.";

    public static string RepeatedMandatory(IEnumerable<string> repeated) =>
        $"More than one column could be meant: {List(repeated)}: keep one of them and rename or delete the others.";

    /// <summary>A heading as it may be printed: one short line, and nothing that could be a person's number.</summary>
    public static string Plain(string heading)
    {
        var line = string.Concat(heading.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        if (line.Count(char.IsDigit) > 4) return "…";
        return line.Length <= 40 ? line : line[..39] + "…";
    }

    private static string List(IEnumerable<string> headings)
    {
        var named = headings.Where(h => !string.IsNullOrWhiteSpace(h)).Take(31).Select(h => $"\"{Plain(h)}\"").ToList();
        return named.Count <= 30 ? string.Join(", ", named) : string.Join(", ", named.Take(30)) + ", …";
    }
}
