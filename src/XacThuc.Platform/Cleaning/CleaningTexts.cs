using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Signed;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Cleaning;

/// <summary>How lists are spoken of.</summary>
internal static class CleaningTexts
{
    /// <summary>The steps of a list, and the state that ends each.</summary>
    public static IReadOnlyList<(string Text, ListState Ends)> Steps =>
    [
        (Speech.Say("lập và in", "draw up and print"), ListState.Drawn),
        (Speech.Say("thôn điền", "hamlet fills in"), ListState.Filled),
        (Speech.Say("gửi công an", "send to the police"), ListState.Sent),
        (Speech.Say("công an đối chiếu, ký", "police verify and sign"), ListState.Signed),
        (Speech.Say("cập nhật", "apply"), ListState.Applied),
    ];

    /// <summary>A state in a word.</summary>
    public static (Tone Tone, string Word) Of(ListState state) => state switch
    {
        ListState.Drawn => (Tone.Waiting, Speech.Say("chờ thôn điền", "with the hamlet")),
        ListState.Filled => (Tone.Waiting, Speech.Say("đã điền, chờ gửi", "filled in, to be sent")),
        ListState.Sent => (Tone.Waiting, Speech.Say("công an đang đối chiếu", "with the police")),
        ListState.Signed => (Tone.Note, Speech.Say("đã ký, chờ cập nhật", "signed, to be applied")),
        ListState.Applying => (Tone.Waiting, Speech.Say("đang cập nhật", "being applied")),
        ListState.Applied => (Tone.Right, Speech.Say("đã cập nhật", "applied")),
        ListState.GivenUp => (Tone.Plain, Speech.Say("đã huỷ", "given up")),
    };

    /// <summary>What the police say of a row.</summary>
    public static (Tone Tone, string Word) Of(LineVerdict verdict) => verdict switch
    {
        LineVerdict.Confirmed => (Tone.Right, Speech.Say("đúng như đã điền", "right as filled in")),
        LineVerdict.Released => (Tone.Note, Speech.Say("sửa theo công an", "as the police say")),
        LineVerdict.AskPerson => (Tone.Waiting, Speech.Say("mời người dân mang giấy tờ", "the person must bring papers")),
        LineVerdict.NotFound => (Tone.Wrong, Speech.Say("không tìm thấy", "not found")),
        LineVerdict.RegisterWrong => (Tone.Waiting, Speech.Say("dữ liệu dân cư đang được sửa", "the register is being corrected")),
    };

    /// <summary>What became of a row; nothing while it waits.</summary>
    public static (Tone Tone, string Word)? Of(RowState state) => state switch
    {
        RowState.Waiting => null,
        RowState.Applied => (Tone.Right, Speech.Say("đã sửa hồ sơ", "record changed")),
        RowState.Unchanged => (Tone.Plain, Speech.Say("không có gì để sửa", "nothing to change")),
        RowState.Skipped => (Tone.Late, Speech.Say("bỏ qua: hồ sơ đã đổi sau khi lập danh sách", "left alone: the record changed since")),
    };

    /// <summary>Which fields of a row are not right, in words.</summary>
    public static string Wrong(CleaningRow row) => string.Join("; ", Enum.GetValues<MandatoryField>()
        .Where(field => row.VerdictOf(field) is FieldVerdict.Wrong or FieldVerdict.Missing or FieldVerdict.Unreadable)
        .Select(field => $"{ImportTexts.OfField(field)}: {Tones.Of(row.VerdictOf(field)).Word}"));

    /// <summary>What a signed line says a field should read; none where it stays.</summary>
    public static string? RightOf(SignedLine line, MandatoryField field) => field switch
    {
        MandatoryField.Name => line.FullName,
        MandatoryField.Sex => line.Sex,
        MandatoryField.DateOfBirth => line.DateOfBirth,
        MandatoryField.Number => line.IdNumber,
    };

    /// <summary>Why a signed list was refused.</summary>
    public static string Refused(string code) => SignedProblems.Find(code)?.Sentence.ToString() ?? code;
}
