namespace XacThuc.Web.Documents;

/// <summary>How the sheets lie.</summary>
public enum Paper
{
    /// <summary>A4, upright.</summary>
    Upright = 1,

    /// <summary>A4, across: for wide tables.</summary>
    Across = 2,

    /// <summary>A5, across: half of an upright A4 page, for what a person takes home.</summary>
    Half = 3,
}

/// <summary>Who issues a form: its uppermost lines, beside the national heading.</summary>
/// <param name="Above">The unit above; empty where there is none.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Number">Its number, without the word before it.</param>
/// <param name="Place">Where it is signed; empty where the form says so in its own words, as minutes do.</param>
/// <param name="Day">When; dots to be filled in where none is given.</param>
public sealed record OfficialHead(string Above, string Unit, string Number, string Place = "", DateOnly? Day = null)
{
    internal const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    internal const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>The number with its word.</summary>
    internal string NumberLine => $"Số: {Number}";

    /// <summary>Place and date; a day and the first two months have two digits, so that nothing is written before them.</summary>
    internal string PlaceAndDate => Place.Length == 0 ? ""
        : Day is { } day ? $"{Place}, ngày {day.Day:00} tháng {(day.Month < 3 ? $"{day.Month:00}" : $"{day.Month}")} năm {day.Year}"
        : $"{Place}, ngày ...... tháng ...... năm ..........";
}

/// <summary>
/// A form as offices write them (decree 30/2020/NĐ-CP): what stands on it. Pages and PDF are written from it alike, so that
/// what is seen and what is handed over never differ.
/// </summary>
/// <param name="Head">Who issues it.</param>
/// <param name="Paper">How the sheets lie.</param>
/// <param name="Title">What it is.</param>
/// <param name="Under">The lines under the title.</param>
/// <param name="Blocks">The rest, from top to bottom.</param>
public sealed record OfficialForm(
    OfficialHead Head, Paper Paper, string Title, IReadOnlyList<string> Under, IReadOnlyList<FormBlock> Blocks);
