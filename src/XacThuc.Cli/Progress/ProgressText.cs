using XacThuc.Cli.Report.Texts;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Progress;

/// <summary>How far a stage is, in one line: what, a bar, rows, rate, time left.</summary>
internal static class ProgressText
{
    private const int BarWidth = 24;

    // Before this the rate is chance.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    /// <param name="now">How far it is.</param>
    /// <param name="then">How far it was a few seconds ago, in the same stage.</param>
    /// <param name="between">The time between both.</param>
    /// <param name="width">So many columns are there.</param>
    /// <param name="language">In which language.</param>
    public static string Of(ProgressSnapshot now, ProgressSnapshot then, TimeSpan between, int width, Language language)
    {
        var parts = new List<string> { Name(now.Stage).In(language) };
        if (now.Total > 0)
        {
            var share = Math.Clamp((double)now.Done / now.Total, 0, 1);
            if (width >= 80) parts.Add(Bar(share));
            parts.Add($"{(int)(share * 100)}%");
        }

        if (now.Rows > 0) parts.Add(Rows(now, language));
        if (between >= Settled) parts.AddRange(Pace(now, then, between, language));
        var line = string.Join("  ", parts);
        return line.Length < width ? line : line[..Math.Max(width - 1, 0)];
    }

    public static Bilingual Name(Stage stage) => stage switch
    {
        Stage.ReadingRegister => new("Đọc dữ liệu dân cư", "Reading the register"),
        Stage.Indexing => new("Lập chỉ mục", "Indexing"),
        Stage.Authenticating => new("Xác thực hồ sơ", "Authenticating"),
        Stage.Training => new("Ước lượng mô hình", "Training the model"),
        Stage.Suggesting => new("Tìm gợi ý", "Suggesting"),
        Stage.Generating => new("Tạo dữ liệu mẫu", "Generating"),
        Stage.WritingReport => new("Ghi báo cáo", "Writing the report"),
    };

    private static string Rows(ProgressSnapshot now, Language language)
    {
        var unit = now.Stage switch
        {
            Stage.ReadingRegister or Stage.Indexing or Stage.Generating => new Bilingual("người", "people"),
            Stage.Authenticating or Stage.Suggesting or Stage.Training or Stage.WritingReport => new("hồ sơ", "records"),
        };
        return $"{Figure.Count(now.Rows).In(language)} {unit.In(language)}";
    }

    private static IEnumerable<string> Pace(ProgressSnapshot now, ProgressSnapshot then, TimeSpan between, Language language)
    {
        var rows = (long)((now.Rows - then.Rows) / between.TotalSeconds);
        if (rows > 0) yield return new Bilingual($"{Figure.Count(rows).Vi}/giây", $"{Figure.Count(rows).En}/s").In(language);
        if (now.Total <= 0 || now.Done <= then.Done) yield break;

        var left = between * (double)(now.Total - now.Done) / (now.Done - then.Done);
        if (left < TimeSpan.Zero) yield break;
        var time = Whole(left);
        yield return new Bilingual($"còn khoảng {time.Vi}", $"about {time.En} left").In(language);
    }

    // Nobody waits for hundredths.
    private static Bilingual Whole(TimeSpan time) => time < TimeSpan.FromSeconds(10)
        ? new($"{Math.Ceiling(time.TotalSeconds)} giây", $"{Math.Ceiling(time.TotalSeconds)} s")
        : Figure.Duration(time);

    private static string Bar(double share)
    {
        var full = (int)(share * BarWidth);
        return $"[{new string('#', full)}{new string('.', BarWidth - full)}]";
    }
}
