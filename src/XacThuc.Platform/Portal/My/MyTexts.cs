using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Import;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.My;

/// <summary>What a record says of itself in words that a neighbour would use.</summary>
/// <param name="Tone">What it means.</param>
/// <param name="Headline">In a sentence or two.</param>
/// <param name="ToDo">What to do, if anything.</param>
internal sealed record MyStatus(Tone Tone, string Headline, string ToDo)
{
    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(MyStatus);
}

/// <summary>The words of a citizen's own page. Never what the register holds instead.</summary>
internal static class MyTexts
{
    /// <summary>Where a record stands.</summary>
    public static MyStatus StatusOf(VaccinationRecord record, int doses, string unit)
    {
        var count = Doses(doses);
        if (!record.IsUpToDate || record.Status is not { } status)
            return new MyStatus(Tone.Waiting, $"{count} " + Speech.Say("Thông tin đang chờ đối chiếu với dữ liệu dân cư.", "Your data is waiting to be compared with the population register."), Speech.Say("Chưa phải làm gì.", "There is nothing to do yet."));
        var (wrong, open) = (Fields(record, FieldVerdict.Wrong), Fields(record, FieldVerdict.Missing, FieldVerdict.Unreadable));
        return status switch
        {
            RecordStatus.Matched => new MyStatus(Tone.Right, $"{count} " + Speech.Say("Thông tin khớp với dữ liệu dân cư.", "Your data agrees with the population register."), ""),
            RecordStatus.Mismatched => new MyStatus(Tone.Wrong,
                $"{count} " + Speech.Say($"{Capital(wrong)} chưa khớp với dữ liệu dân cư.", $"{Capital(wrong)} {(wrong.Contains(',', StringComparison.Ordinal) ? "do" : "does")} not agree with the population register."),
                Speech.Say($"{unit} đang giữ hồ sơ. Mang thẻ căn cước tới đó để sửa, hoặc bấm Báo sai sót; các mũi đã tiêm vẫn được tính.", $"{unit} keeps your record. Bring your card there to have it put right, or report the mistake; your doses count all the same.")),
            RecordStatus.Unauthenticated or RecordStatus.Invalid => new MyStatus(Tone.Invalid,
                $"{count} " + (open.Length > 0
                    ? Speech.Say($"Chưa đối chiếu được: {open} còn thiếu hoặc không đọc được.", $"Not comparable yet: {open} missing or not readable.")
                    : Speech.Say("Chưa đối chiếu được với dữ liệu dân cư.", "Not comparable with the population register yet.")),
                Speech.Say($"{unit} đang giữ hồ sơ. Mang thẻ căn cước tới đó để bổ sung; các mũi đã tiêm vẫn được tính.", $"{unit} keeps your record. Bring your card there to complete it; your doses count all the same.")),
        };
    }

    /// <summary>What one field came to, for a citizen.</summary>
    public static (Tone Tone, string Word) Of(FieldVerdict verdict) => verdict switch
    {
        FieldVerdict.Right => (Tone.Right, Speech.Say("khớp", "agrees")),
        FieldVerdict.Wrong => (Tone.Wrong, Speech.Say("chưa khớp", "does not agree")),
        FieldVerdict.Missing => (Tone.Invalid, Speech.Say("còn thiếu", "missing")),
        FieldVerdict.Unreadable => (Tone.Invalid, Speech.Say("không đọc được", "not readable")),
        FieldVerdict.NotCompared => (Tone.Waiting, Speech.Say("chưa so", "not compared yet")),
    };

    /// <summary>Why, field by field: as much as the record alone tells.</summary>
    public static string ReasonOf(FieldVerdict verdict) => verdict switch
    {
        FieldVerdict.Right or FieldVerdict.NotCompared => "",
        FieldVerdict.Wrong => Speech.Say("Khác với dữ liệu dân cư. So từng chữ, từng số với thẻ căn cước.", "It differs from the population register. Compare it letter by letter with your card."),
        FieldVerdict.Missing => Speech.Say("Hồ sơ chưa ghi.", "The record does not tell it."),
        FieldVerdict.Unreadable => Speech.Say("Ghi không đúng dạng.", "It is not written in a form that can be read."),
    };

    /// <summary>How a record is seen.</summary>
    public static string Of(SeenAs seen) => seen switch
    {
        SeenAs.Own => Speech.Say("của tôi", "mine"),
        SeenAs.Guardian => Speech.Say("con em, tôi là người giám hộ", "a child I answer for"),
        SeenAs.Family => Speech.Say("người thân đã đồng ý", "a relative who agreed"),
    };

    /// <summary>How many doses.</summary>
    public static string Doses(int doses) => doses switch
    {
        0 => Speech.Say("Chưa ghi nhận mũi nào.", "No dose is recorded."),
        1 => Speech.Say("Một mũi.", "One dose."),
        2 => Speech.Say("Hai mũi.", "Two doses."),
        3 => Speech.Say("Ba mũi.", "Three doses."),
        4 => Speech.Say("Bốn mũi.", "Four doses."),
        _ => Speech.Say($"{Shown.Number(doses)} mũi.", $"{Shown.Number(doses)} doses."),
    };

    private static string Fields(VaccinationRecord record, params ReadOnlySpan<FieldVerdict> verdicts)
    {
        var fields = new List<string>();
        foreach (var field in Enum.GetValues<MandatoryField>())
            if (verdicts.Contains(record.VerdictOf(field))) fields.Add(ImportTexts.OfField(field).ToLowerInvariant());
        return string.Join(", ", fields);
    }

    private static string Capital(string words) => words.Length == 0 ? Speech.Say("Thông tin", "Data") : char.ToUpperInvariant(words[0]) + words[1..];
}
