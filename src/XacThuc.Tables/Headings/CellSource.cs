namespace XacThuc.Tables.Headings;

/// <summary>Where the value of a wanted column comes from.</summary>
public enum SourceKind
{
    Absent,

    /// <summary>One column, as it stands.</summary>
    Single,

    /// <summary>Family and middle names in one column, the given name in another.</summary>
    Joined,

    /// <summary>The first column that is not blank.</summary>
    FirstOf,

    /// <summary>A column for men and one for women, one of them marked.</summary>
    Marked,

    /// <summary>A column marked for women and left blank for men.</summary>
    MarkedFemale,

    /// <summary>Day, month and year in three columns.</summary>
    DayMonthYear,
}

public sealed record CellSource(SourceKind Kind, int First = -1, int Second = -1, int Third = -1)
{
    public static readonly CellSource Absent = new(SourceKind.Absent);

    public static CellSource Of(int column) => new(SourceKind.Single, column);

    public bool IsDerived => Kind is not (SourceKind.Absent or SourceKind.Single);

    public IEnumerable<int> Columns => new[] { First, Second, Third }.Where(column => column >= 0);

    public string Read(Func<int, string> cell) => Kind switch
    {
        SourceKind.Absent => "",
        SourceKind.Single => cell(First),
        SourceKind.Joined => (cell(First).Trim() + " " + cell(Second).Trim()).Trim(),
        SourceKind.FirstOf => Columns.Select(cell).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text), ""),
        SourceKind.Marked => (IsMarked(cell(First)), IsMarked(cell(Second))) switch
        {
            (true, false) => "Nam",
            (false, true) => "Nữ",
            (true, true) => "Nam, Nữ",
            (false, false) => "",
        },
        SourceKind.MarkedFemale => ReadFemale(cell(First).Trim()),
        SourceKind.DayMonthYear => string.Join('/', Columns.Select(column => cell(column).Trim())
            .Where(part => part.Length > 0)),
    };

    // Where the column holds words after all, the words are kept.
    private static string ReadFemale(string text) => !IsMarked(text) ? "Nam"
        : text.Length > 1 && HeadingText.Fold(text) is "nam" or "nu" or "male" or "female" ? text
        : "Nữ";

    private static bool IsMarked(string text) => text.Trim() is not ("" or "0" or "-" or "FALSE");
}
