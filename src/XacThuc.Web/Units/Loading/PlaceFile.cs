using System.Globalization;
using System.Text;
using XacThuc.Matching.Texts;

namespace XacThuc.Web.Units.Loading;

/// <summary>
/// Reads a file of places: CSV in UTF-8, the columns code, level, name, parent, valid_from, valid_to, successor (in any
/// order), days as yyyy-MM-dd, lines that begin with # left out.
/// </summary>
internal sealed class PlaceFile
{
    public const int MostRows = 100_000;

    private static readonly string[] Columns = ["code", "level", "name", "parent", "valid_from", "valid_to", "successor"];
    private readonly List<PlaceRow> _rows = [];
    private readonly List<PlaceProblem> _problems = [];
    private int[] _at = [];

    public IReadOnlyList<PlaceRow> Rows => _rows;

    public IReadOnlyList<PlaceProblem> Problems => _problems;

    public static async Task<PlaceFile> Read(Stream csv, CancellationToken stop)
    {
        var file = new PlaceFile();
        var line = 0;
        try
        {
            using var text = new StreamReader(csv, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
            while (file._rows.Count < MostRows && await text.ReadLineAsync(stop) is { } written) file.Take(++line, written);
        }
        catch (DecoderFallbackException)
        {
            file.Wrong(line + 1, "tệp không phải UTF-8. Lưu lại dạng \"CSV UTF-8\".", "the file is not UTF-8. Save it as \"CSV UTF-8\".");
        }

        if (file._at.Length == 0 && file._problems.Count == 0)
            file.Wrong(Math.Max(line, 1), "tệp không có dòng tiêu đề.", "the file has no heading row.");
        if (file._rows.Count == MostRows)
            file.Wrong(line, "quá nhiều dòng cho một tệp.", "too many rows for one file.");
        return file;
    }

    private void Take(int line, string written)
    {
        if (string.IsNullOrWhiteSpace(written) || written[0] == '#') return;
        var cells = Split(written);
        if (_at.Length == 0)
        {
            TakeHeading(line, cells);
            return;
        }

        // Without its columns nothing can be said of the rows.
        if (_at.Contains(-1)) return;
        string Cell(int column) => _at[column] < cells.Count ? cells[_at[column]].Trim() : "";
        string? Known(int column) => Cell(column) is { Length: > 0 } value ? value : null;
        var before = _problems.Count;
        var level = LevelOf(line, Cell(1));
        var code = CodeOf(line, Cell(0), level);
        var (from, to) = (DayOf(line, Known(4)), DayOf(line, Known(5)));
        if (from is null && (Known(2) is not null || to is null))
            Wrong(line, "thiếu ngày bắt đầu (valid_from).", "the first day (valid_from) is missing.");
        if (from is not null && Known(2) is null) Wrong(line, "thiếu tên (name).", "the name is missing.");
        if (from is not null && to < from)
            Wrong(line, "ngày kết thúc trước ngày bắt đầu.", "the last day is before the first.");
        if (_problems.Count == before)
            _rows.Add(new PlaceRow(line, code, level, Cell(2), Known(3), from, to, Known(6)));
    }

    private void TakeHeading(int line, List<string> cells)
    {
        var names = cells.ConvertAll(cell => cell.Trim().ToLowerInvariant());
        _at = [.. Columns.Select(column => names.IndexOf(column))];
        var missing = Columns.Where((_, column) => _at[column] < 0).ToList();
        if (missing.Count == 0) return;
        var list = string.Join(", ", missing);
        Wrong(line, $"thiếu cột {list}. Các cột cần có: {string.Join(", ", Columns)}.", $"the column {list} is missing. Needed: {string.Join(", ", Columns)}.");
    }

    private PlaceLevel LevelOf(int line, string written)
    {
        if (Enum.TryParse<PlaceLevel>(written, ignoreCase: true, out var level) && Enum.IsDefined(level) && !char.IsDigit(written[0]))
            return level;
        Wrong(line, "cấp (level) phải là province, district, commune hoặc hamlet.", "the level must be province, district, commune or hamlet.");
        return PlaceLevel.Hamlet;
    }

    private string CodeOf(int line, string written, PlaceLevel level)
    {
        var fits = written.All(char.IsAsciiDigit) && level switch
        {
            PlaceLevel.Province => written.Length == 2,
            PlaceLevel.District => written.Length == 3,
            PlaceLevel.Commune => written.Length == 5,
            PlaceLevel.Hamlet => written.Length is > 5 and <= 9,
        };
        if (!fits)
        {
            Wrong(
                line,
                "mã phải là chữ số: tỉnh 2, huyện 3, xã 5, thôn 6 đến 9 chữ số (giữ số 0 ở đầu).",
                "a code is of digits: province 2, district 3, commune 5, hamlet 6 to 9 (keep zeros in front).");
        }

        return written;
    }

    private DateOnly? DayOf(int line, string? written)
    {
        if (written is null) return null;
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day > DateOnly.MinValue && day < DateOnly.MaxValue) return day;
        Wrong(line, "ngày phải viết dạng 2025-07-01.", "a day is written as 2025-07-01.");
        return null;
    }

    private void Wrong(int line, string vi, string en) => _problems.Add(new PlaceProblem(line, new Bilingual(vi, en)));

    // Names of places need no line breaks: a row is a line.
    private static List<string> Split(string written)
    {
        var cells = new List<string>(Columns.Length);
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '"' && quoted && i + 1 < written.Length && written[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (written[i] == '"')
            {
                quoted = !quoted;
            }
            else if (written[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(written[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
