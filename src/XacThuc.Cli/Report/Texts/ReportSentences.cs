using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Report.Texts;

/// <summary>What the figures say, in whole sentences.</summary>
internal static class ReportSentences
{
    /// <summary>The result out of a hundred where there are as many, else as it is.</summary>
    public static Bilingual Outcome(RunSummary run)
    {
        long[] parts = [run.Counts[RecordStatus.Matched], run.Counts[RecordStatus.Mismatched], run.NotComparable];
        if (run.Total == 0) return new("Tệp không có hồ sơ nào.", "The file has no records.");
        if (run.Total < 200) return Counted(run.Total, parts);

        var of100 = OutOf100(parts, run.Total);
        // Not a hundred of a hundred while one is wrong: then the counts themselves are plainer.
        if (Array.Exists(of100, part => part == 100) && !Array.Exists(parts, part => part == run.Total))
            return Counted(run.Total, parts);
        return new(
            $"Cứ 100 hồ sơ thì {of100[0]}\u00a0đúng, {of100[1]}\u00a0sai và {of100[2]}\u00a0chưa đối chiếu được.",
            $"Of every 100 records {of100[0]}\u00a0are right, {of100[1]}\u00a0wrong and {of100[2]}\u00a0not comparable.");
    }

    /// <summary>How many records were held against how many people.</summary>
    public static Bilingual Compared(RunSummary run) => new(
        $"Đã đối chiếu {Figure.Count(run.Total).Vi} hồ sơ với {Figure.Count(run.People).Vi} người trong dữ liệu dân cư, " +
        $"hết {Figure.Duration(run.Elapsed).Vi}.",
        $"{Figure.Count(run.Total).En} records were compared with {Figure.Count(run.People).En} people of the register, " +
        $"in {Figure.Duration(run.Elapsed).En}.");

    /// <summary>The field and the reason that most records are wrong by; <see langword="null"/> where nothing is.</summary>
    public static Bilingual? MostWrong(RunSummary run)
    {
        var field = Enum.GetValues<MandatoryField>().MaxBy(field => run.Counts[field, FieldVerdict.Wrong]);
        var wrong = run.Counts[field, FieldVerdict.Wrong];
        if (wrong == 0) return null;
        var reason = Enum.GetValues<Reason>().Where(reason => !ReasonTexts.IsNote(reason)).MaxBy(reason => run.Counts[reason]);
        var name = ReportTexts.Of(field);
        var why = ReasonTexts.Of(reason);
        return new(
            $"Sai nhiều nhất: {Lower(name.Vi)} ({Figure.Count(wrong).Vi} hồ sơ). " +
            $"Lý do hay gặp nhất: {Lower(why.Vi)} ({Figure.Count(run.Counts[reason]).Vi}).",
            $"Most often wrong: {Lower(name.En)} ({Figure.Count(wrong).En} records). " +
            $"Commonest reason: {Lower(why.En)} ({Figure.Count(run.Counts[reason]).En}).");
    }

    public static Bilingual Records(long count) => new($"{Figure.Count(count).Vi} hồ sơ", $"{Figure.Count(count).En} records");

    public static Bilingual People(long count) => new($"{Figure.Count(count).Vi} người", $"{Figure.Count(count).En} people");

    public static Bilingual FirstProblems(long shown, long total) => new(
        $"Có {Figure.Count(total).Vi} vấn đề; dưới đây là {Figure.Count(shown).Vi} vấn đề đầu tiên.",
        $"There are {Figure.Count(total).En} problems; these are the first {Figure.Count(shown).En}.");

    public static Bilingual More(int rows) => new(
        $"… và {Figure.Count(rows).Vi} dòng nữa; --report ghi tất cả vào báo cáo.",
        $"… and {Figure.Count(rows).En} more rows; --report writes them all.");

    public static Bilingual FirstCommunes(int shown) => new(
        $"Biểu đồ vẽ {shown} xã có nhiều hồ sơ chưa đúng nhất; bảng có tất cả.",
        $"The chart shows the {shown} communes with most records that are not right; the table has all.");

    private static Bilingual Counted(long total, long[] parts) => new(
        $"Trong {Figure.Count(total).Vi} hồ sơ, {Figure.Count(parts[0]).Vi}\u00a0đúng, {Figure.Count(parts[1]).Vi}\u00a0sai " +
        $"và {Figure.Count(parts[2]).Vi}\u00a0chưa đối chiếu được.",
        $"Of {Figure.Count(total).En} records, {Figure.Count(parts[0]).En}\u00a0are right, {Figure.Count(parts[1]).En}\u00a0wrong " +
        $"and {Figure.Count(parts[2]).En}\u00a0not comparable.");

    // Largest remainders: the parts always make a hundred.
    private static long[] OutOf100(long[] parts, long total)
    {
        var whole = Array.ConvertAll(parts, part => part * 100 / total);
        var left = Array.ConvertAll(parts, part => part * 100 % total);
        var missing = 100L;
        foreach (var part in whole) missing -= part;
        for (; missing > 0; missing--)
        {
            var most = 0;
            for (var i = 1; i < left.Length; i++)
                if (left[i] > left[most]) most = i;
            whole[most]++;
            left[most] = -1;
        }

        return whole;
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
