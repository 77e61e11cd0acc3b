using System.Globalization;

namespace XacThuc.Tables.Workbooks;

/// <summary>What a wanted column means for the numbers in it.</summary>
public enum CellRole
{
    Text,
    Number,
    Date,
}

/// <summary>A cell as the text a person would have written.</summary>
public static class CellWriting
{
    // From May 1927 to the end of 2099: what stands outside was not meant as a day's number.
    private const double FirstSerial = 10_000, LastSerial = 73_050;

    public static CellRole RoleOf(string wanted) => wanted switch
    {
        "date_of_birth" or "right_date_of_birth" or "given_on" => CellRole.Date,
        "personal_id" or "old_id" or "id_number" or "right_id_number" => CellRole.Number,
        _ => CellRole.Text,
    };

    /// <summary>A year typed into a cell that shows dates becomes a day in 1905.</summary>
    public static bool MayBeYear(SheetCell cell) => cell is { Kind: CellKind.Date, Number: >= 1900 and <= 2100 };

    public static string Write(SheetCell cell, CellRole role, int dateOffset) => cell.Kind switch
    {
        CellKind.Text => cell.Text,
        CellKind.Number when role == CellRole.Date => WriteInDateColumn(cell, dateOffset),
        CellKind.Number => Digits(cell, role),
        CellKind.Date when role == CellRole.Number => Digits(cell, role),
        CellKind.Date => WriteDate(cell.Number, cell.Shape) ?? Digits(cell, role),
        CellKind.Blank or CellKind.Error or CellKind.NotCalculated => "",
    };

    private static string WriteInDateColumn(SheetCell cell, int dateOffset)
    {
        if (cell.Number + dateOffset is >= FirstSerial and <= LastSerial)
            return WriteDate(cell.Number + dateOffset, DateShape.Full)!;

        // 1031950 was 01031950 until the sheet took it for a number.
        var digits = Digits(cell, CellRole.Date);
        return digits.Length == 7 && digits.All(char.IsAsciiDigit) ? "0" + digits : digits;
    }

    private static string? WriteDate(double serial, DateShape shape)
    {
        if (serial is not (>= 1 and < 2_958_466)) return null;

        // Excel counts a 29 February 1900 that never was.
        var date = DateTime.FromOADate(Math.Floor(serial < 60 ? serial + 1 : serial));
        return date.ToString(shape switch
        {
            DateShape.Full or DateShape.None => "yyyy-MM-dd",
            DateShape.YearMonth => "yyyy-MM",
            DateShape.Year => "yyyy",
        }, CultureInfo.InvariantCulture);
    }

    // A spreadsheet keeps 15 digits; what it shows beyond is noise. A broken number keeps an exponent, so that nobody
    // takes the digits behind its point for digits of an id.
    private static string Digits(SheetCell cell, CellRole role)
    {
        if (Math.Abs(cell.Number) >= 1e15 || !double.IsFinite(cell.Number)) return cell.Text;
        var text = cell.Number.ToString("G15", CultureInfo.InvariantCulture);
        var isWhole = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && decimal.Truncate(exact) == exact;
        if (isWhole) return exact.ToString("0", CultureInfo.InvariantCulture);
        return role == CellRole.Number ? cell.Number.ToString("0.##############E+0", CultureInfo.InvariantCulture) : text;
    }
}
