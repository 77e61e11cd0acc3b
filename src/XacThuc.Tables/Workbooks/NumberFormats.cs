namespace XacThuc.Tables.Workbooks;

/// <summary>Tells which number formats show a date (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
public static class NumberFormats
{
    public static DateShape OfBuiltIn(int id) => id switch
    {
        17 => DateShape.YearMonth,
        14 or 15 or 16 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => DateShape.Full,
        _ => DateShape.None,
    };

    public static DateShape Of(string code)
    {
        var (day, month, year, clock) = (false, false, false, false);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    var closing = code.IndexOf('"', i + 1);
                    i = closing < 0 ? code.Length : closing;
                    break;
                case '[':
                    var bracket = code.IndexOf(']', i + 1);
                    i = bracket < 0 ? code.Length : bracket;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'D':
                    day = true;
                    break;
                case 'm' or 'M':
                    month = true;
                    break;
                case 'y' or 'Y':
                    year = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    clock = true;
                    break;
                case '0' or '#' or '?' or 'G':
                    if (!clock) return DateShape.None;
                    break;
            }
        }

        return day ? DateShape.Full
            : year ? (month ? DateShape.YearMonth : DateShape.Year)
            : month && !clock ? DateShape.Full
            : DateShape.None;
    }
}
