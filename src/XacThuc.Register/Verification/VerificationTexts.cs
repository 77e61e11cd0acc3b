using XacThuc.Exchange.Messages;
using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Verification;

/// <summary>How lists are spoken of.</summary>
internal static class VerificationTexts
{
    public static (Tone Tone, string Word) Of(ListState state) => state switch
    {
        ListState.Arriving => (Tone.Waiting, Speech.Say("đang nhận", "arriving")),
        ListState.Open => (Tone.Waiting, Speech.Say("chờ đối chiếu", "to be verified")),
        ListState.SecondLook => (Tone.Waiting, Speech.Say("chờ duyệt lần hai", "waits for a second look")),
        ListState.Ready => (Tone.Waiting, Speech.Say("đã duyệt, chờ ký", "looked at, to be signed")),
        ListState.Signed => (Tone.Note, Speech.Say("đã ký, đang gửi", "signed, being sent")),
        ListState.Taken => (Tone.Right, Speech.Say("đã bàn giao", "handed over")),
        ListState.Returned => (Tone.Plain, Speech.Say("đã trả lại", "given back")),
    };

    /// <summary>Why a row was sent back, by whom, and what had been said of it.</summary>
    public static string BackOf(VerificationRow row) => row.BackVerdict is { } was
        ? Speech.Say($"{row.BackBy} gửi lại (đã kết luận: {Of(was).Word}): {row.BackWord}", $"sent back by {row.BackBy} (was: {Of(was).Word}): {row.BackWord}")
        : "";

    /// <summary>What a list is for.</summary>
    public static string Of(ListKind kind) => kind switch
    {
        ListKind.Cleaning => Speech.Say("làm sạch hồ sơ (2262)", "cleaning (2262)"),
        ListKind.Survey => Speech.Say("danh sách tiêm (8938)", "to be vaccinated (8938)"),
    };

    public static (Tone Tone, string Word) Of(LineVerdict verdict) => verdict switch
    {
        LineVerdict.Confirmed => (Tone.Right, Speech.Say("đúng", "right")),
        LineVerdict.Released => (Tone.Note, Speech.Say("sửa theo dữ liệu dân cư", "as the register has it")),
        LineVerdict.AskPerson => (Tone.Waiting, Speech.Say("mời người dân bổ sung", "ask the person")),
        LineVerdict.NotFound => (Tone.Wrong, Speech.Say("không tìm thấy", "not found")),
        LineVerdict.RegisterWrong => (Tone.Waiting, Speech.Say("dữ liệu dân cư sai", "the register is wrong")),
    };
}
