using XacThuc.Matching.Texts;
namespace XacThuc.Cli.Evaluate;

/// <summary>Everything this folder says to a person, together so that it can be translated.</summary>
internal static class EvaluateSentences
{
    public static string NotRead => Speech.Say(
        "Không đọc được tệp này: kiểm tra tên tệp, thư mục và quyền đọc.",
        "This file could not be read: check its name and folder, and that it may be read.");

    public static string RepeatedTruth => Speech.Say(
        "Mã hồ sơ này có hai lần trong tệp đáp án; đã bỏ qua dòng thứ hai.",
        "This record id stands in the truth file twice; the second row was passed over.");

    public static string RepeatedResult => Speech.Say(
        "Mã hồ sơ này có hai lần trong tệp kết quả; đã bỏ qua dòng thứ hai.",
        "This record id stands in the results twice; the second row was passed over.");

    public static string UnknownResult => Speech.Say(
        "Hồ sơ này không có trong tệp đáp án; đã bỏ qua dòng này.",
        "This record is not in the truth file; the row was passed over.");

    public static string UnknownSuggestion => Speech.Say(
        "Gợi ý này thuộc hồ sơ không có trong tệp đáp án; đã bỏ qua dòng này.",
        "This suggestion is for a record that is not in the truth file; the row was passed over.");

    public static string BrokenStatus => Speech.Say(
        "Trạng thái không phải là matched, mismatched, unauthenticated hay invalid; đã bỏ qua dòng này.",
        "The status is none of matched, mismatched, unauthenticated, invalid; the row was passed over.");

    public static string BrokenExpected => Speech.Say(
        "Trạng thái mong đợi không phải là matched, mismatched, unauthenticated, invalid hay other; đã bỏ qua dòng này.",
        "The expected status is none of matched, mismatched, unauthenticated, invalid, other; the row was passed over.");

    public static string BrokenPerson => Speech.Say(
        "Số định danh không phải là số có nhiều nhất 12 chữ số; đã bỏ qua dòng này.",
        "The personal id is not a number of at most 12 digits; the row was passed over.");

    public static string BrokenSuggestion => Speech.Say(
        "Thứ hạng không phải là số từ 1 trở lên, hoặc xác suất không nằm giữa 0 và 1; đã bỏ qua dòng này.",
        "The rank is not a number from 1 on, or the probability not one between 0 and 1; the row was passed over.");

    public static string MissingResult => Speech.Say(
        "Hồ sơ này của tệp đáp án không có kết quả.",
        "There is no result for this record of the truth file.");

    public static string ShortRow => Speech.Say(
        "Dòng thiếu ô; đã bỏ qua dòng này.",
        "The row has too few cells; it was passed over.");

    public static string NoColumn(string heading) => Speech.Say(
        $"Không có cột \"{heading}\": ghi tên cột vào dòng đầu tiên.", $"There is no column \"{heading}\": name it in the first line.");

    public static string More(long count) => Speech.Say($"Còn {count} vấn đề nữa không hiện ra đây.", $"{count} more problems are not shown.");
}
