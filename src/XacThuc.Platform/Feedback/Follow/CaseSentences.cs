using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Follow;

/// <summary>Where a case stands, in the words in which its owner is told.</summary>
internal static class CaseSentences
{
    public static (Tone Tone, string Sentence) Of(FeedbackCase one, string? unit, DateTimeOffset now) => one.State switch
    {
        FeedbackState.Open => now <= one.DueAt
            ? (Tone.Waiting, Speech.Say($"{unit} đang xem, trả lời trước {Shown.Moment(one.DueAt)}.", $"{unit} is looking at it and answers by {Shown.Moment(one.DueAt)}."))
            : (Tone.Late, Speech.Say($"{unit} chưa trả lời kịp hạn {Shown.Moment(one.DueAt)}. Trung tâm Y tế huyện đã được báo.", $"{unit} did not answer by {Shown.Moment(one.DueAt)}. The district's health centre has been told.")),
        FeedbackState.PutOff => (Tone.Waiting, Speech.Say($"{unit} hẹn trả lời ngày {Shown.Date(one.PutOffTo)}.", $"{unit} will answer on {Shown.Date(one.PutOffTo)}.")),
        FeedbackState.Asked => (Tone.Note, Speech.Say($"{unit} cần ông (bà) bổ sung. Trả lời ngay bên dưới.", $"{unit} needs more from you. Answer below.")),
        FeedbackState.Proposed => (Tone.Note, Speech.Say("Phản ánh được chấp nhận. Xem thông tin bên dưới: đúng thì xác nhận để ghi vào hồ sơ.", "The report is accepted. Look at the data below and confirm them, so that they are recorded.")),
        FeedbackState.Accepted => (Tone.Right, Speech.Say("Đã xử lý xong: hồ sơ đã được cập nhật và xác thực lại.", "Done: the record was brought up to date and authenticated anew.")),
        FeedbackState.AnsweredTogether => (Tone.Right, Speech.Say("Đã trả lời cùng một phản ánh khác về người này.", "Answered with another report about this person.")),
        FeedbackState.WithPolice => (Tone.Waiting, Speech.Say(
            "Hồ sơ đã ghi theo khai báo của ông (bà) nhưng chưa khớp dữ liệu dân cư: công an xã đang đối chiếu. Nếu được mời, xin mang thẻ căn cước.",
            "The record says what you declared, which does not agree with the population register yet: the commune police look into it. If they ask you, bring your card.")),
        FeedbackState.Refused => (Tone.Wrong, one.Reopened < AnswerBack.MostReopened
            ? Speech.Say("Chưa được chấp nhận. Đọc lý do, bổ sung và mở lại chính phản ánh này.", "Not accepted. Read why, complete it and open this same case again.")
            : Speech.Say("Chưa được chấp nhận. Mời mang giấy tờ đến trạm y tế.", "Not accepted. Please bring your papers to the health station.")),
        FeedbackState.Unconfirmed => (Tone.Plain, ""),
    };
}
