using System.Diagnostics.CodeAnalysis;
using XacThuc.Cli.Progress;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Packing;
using XacThuc.Matching.Texts;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate.Registers;

/// <summary>Opens what <c>--register</c> names: a packed index, or a table that is read into one.</summary>
internal static class RegisterOpening
{
    public static bool TryOpen(
        string path, bool ordered, ProblemList problems, RunProgress progress, CancellationToken stop,
        [NotNullWhen(true)] out PopulationIndex? index, [NotNullWhen(false)] out string? refusal)
    {
        if (IsIndex(path)) return TryOpenIndex(path, out index, out refusal);

        index = null;
        if (!TableInput.Open(path, TableKind.Register).TryGet(out var table, out refusal)) return false;
        using (table)
        {
            problems.AddRange(table.Problems);
            index = RegisterReading.Read(table, ordered, problems, progress, stop);
            RepeatedPeople.Tell(table, index, problems, stop);
            return true;
        }
    }

    public static string SentenceOf(string path, IndexRefusal refusal) => $"{path}: " + refusal switch
    {
        IndexRefusal.NotAnIndex => Speech.Say(
            "Đây không phải là sổ đã đóng gói. Đóng gói bằng lệnh: xacthuc index --register TỆP --out TỆP.xti",
            "This is no packed register. Make one with: xacthuc index --register FILE --out FILE.xti"),
        IndexRefusal.Newer => Speech.Say(
            "Sổ đóng gói này do phiên bản xacthuc mới hơn tạo ra. Hãy cập nhật xacthuc, hoặc đóng gói lại sổ.",
            "This packed register was made by a newer version of xacthuc. Update xacthuc, or pack the register again."),
        IndexRefusal.Older => Speech.Say(
            "Sổ đóng gói này do phiên bản xacthuc cũ hơn tạo ra. Hãy đóng gói lại sổ bằng lệnh: xacthuc index",
            "This packed register was made by an older version of xacthuc. Pack the register again with: xacthuc index"),
        IndexRefusal.Truncated => Speech.Say(
            "Sổ đóng gói này thiếu phần cuối: chép chưa hết. Hãy chép lại, hoặc đóng gói lại sổ.",
            "The end of this packed register is missing: it was not copied whole. Copy it again, or pack the register again."),
        IndexRefusal.Altered => Speech.Say(
            "Sổ đóng gói này không còn như khi được ghi: đã bị sửa hoặc hỏng. Hãy chép lại, hoặc đóng gói lại sổ.",
            "This packed register is not as it was written: it was altered or damaged. Copy it again, or pack the register again."),
    };

    private static bool IsIndex(string path)
    {
        try
        {
            return File.Exists(path) && PopulationIndexReader.IsIndex(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Opening it as a table says why it cannot be read.
            return false;
        }
    }

    private static bool TryOpenIndex(
        string path, [NotNullWhen(true)] out PopulationIndex? index, [NotNullWhen(false)] out string? refusal)
    {
        refusal = PopulationIndexReader.TryOpen(path, out index) is { } why ? SentenceOf(path, why) : null;
        return index is not null;
    }
}
