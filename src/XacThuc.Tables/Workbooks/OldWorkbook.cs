using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace XacThuc.Tables.Workbooks;

/// <summary>.xls of any age, and .xlsb, through ExcelDataReader.</summary>
public sealed class OldWorkbook : Workbook
{
    private readonly IExcelDataReader _reader;
    private readonly List<Sheet> _sheets = [];

    static OldWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public OldWorkbook(Stream file)
    {
        _reader = Guarded(() => ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration
        {
            FallbackEncoding = Encoding.GetEncoding(1252),
            LeaveOpen = true,
        }));
        Guarded(() =>
        {
            do _sheets.Add(new Sheet(_sheets.Count, _reader.Name ?? "", _reader.VisibleState is null or "visible"));
            while (_reader.NextResult());
            return true;
        });
    }

    public override IReadOnlyList<Sheet> Sheets => _sheets;

    // What ExcelDataReader knows to be a date it has counted from the right year; a bare number is taken as from 1900.
    public override int DateOffset => 0;

    public override IEnumerable<SheetRow> Rows(Sheet sheet)
    {
        Guarded(() =>
        {
            _reader.Reset();
            for (var i = 0; i < sheet.Index; i++) _reader.NextResult();
            return true;
        });
        var cells = new List<SheetCell>();
        for (var number = 1; Guarded(_reader.Read); number++)
        {
            if (number > MostRows) throw new UnusableWorkbookException(FileSentences.DamagedWorkbook);
            cells.Clear();
            Guarded(() =>
            {
                for (var column = 0; column < Math.Min(MostColumns, _reader.FieldCount); column++) cells.Add(Cell(column));
                return true;
            });
            yield return new SheetRow(number, cells);
        }
    }

    public override void Dispose() => _reader.Dispose();

    private SheetCell Cell(int column)
    {
        return _reader.GetValue(column) switch
        {
            string text => new SheetCell(CellKind.Text, text),
            double number => new SheetCell(CellKind.Number, number.ToString("R", CultureInfo.InvariantCulture), number),
            int number => new SheetCell(CellKind.Number, number.ToString(CultureInfo.InvariantCulture), number),
            bool truth => new SheetCell(CellKind.Text, truth ? "1" : "0"),
            DateTime date => new SheetCell(CellKind.Date, "", date.ToOADate(), ShapeOf(column)),
            TimeSpan time => new SheetCell(CellKind.Number, "", time.TotalDays),
            _ => default,
        };
    }

    private DateShape ShapeOf(int column) =>
        NumberFormats.Of(_reader.GetNumberFormatString(column) ?? "") is var shape and not DateShape.None
            ? shape
            : DateShape.Full;

    // Bytes made by strangers: whatever a damaged file makes the reader throw, the file is what is wrong.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw new UnusableWorkbookException(FileSentences.Password);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or UnusableWorkbookException))
        {
            throw new UnusableWorkbookException(FileSentences.DamagedWorkbook);
        }
    }
}
