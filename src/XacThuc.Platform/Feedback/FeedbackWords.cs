using XacThuc.Matching.Texts;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback;

/// <summary>Messages about a case: short, and with nothing of what it is about; the page behind the code tells the rest.</summary>
internal sealed class FeedbackWords(MessageOutbox outbox)
{
    /// <summary>For so long a message about a case is of use.</summary>
    private static readonly TimeSpan Useful = TimeSpan.FromDays(3);

    /// <summary>So long an answer can be taken back: nobody is told of a slip of a finger.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(20);

    /// <summary>The code that confirms the phone.</summary>
    public static Bilingual Code(string code, int minutes) => new(
        $"{code} là mã xác nhận gửi phản ánh, dùng trong {minutes} phút. Không đưa mã này cho người khác.",
        $"{code} is your code to send the report, valid for {minutes} minutes. Do not give it to anybody.");

    /// <summary>Tells the citizen what became of a case; saved with the change.</summary>
    public void Tell(PlatformDb db, FeedbackCase one, DateTimeOffset now)
    {
        if (!outbox.Sends || !PhoneNumber.TryParse(one.Phone, out var phone)) return;
        var message = outbox.Make(MessageKind.Feedback, $"feedback:{one.Ref}", one.Version, phone, WordsOf(one).ToString(), now + Useful);
        if (one.State is FeedbackState.Refused or FeedbackState.Asked or FeedbackState.PutOff) message.DueAt = now + Settles;
        db.Add(message);
    }

    private Bilingual WordsOf(FeedbackCase one)
    {
        var code = OneTimeCodes.Shown(one.FollowCode);
        var page = outbox.PortalPage("/portal/feedback/follow").AbsoluteUri;
        return one.State switch
        {
            FeedbackState.Unconfirmed or FeedbackState.Open => new(
                $"Đã nhận phản ánh {code}, trả lời trước {Shown.Moment(one.DueAt)}. Xem tại {page}",
                $"Report {code} was received; an answer comes by {Shown.Moment(one.DueAt)}. See {page}"),
            FeedbackState.Asked => new(
                $"Phản ánh {code}: cơ sở y tế cần ông (bà) bổ sung. Xem và trả lời tại {page}",
                $"Report {code}: the health unit needs more from you. See and answer at {page}"),
            FeedbackState.PutOff => new(
                $"Phản ánh {code} hẹn trả lời ngày {Shown.Date(one.PutOffTo)}. Lý do xem tại {page}",
                $"Report {code}: the answer will come on {Shown.Date(one.PutOffTo)}. See why at {page}"),
            FeedbackState.Proposed => new(
                $"Phản ánh {code} được chấp nhận. Xin xem và xác nhận thông tin trước khi ghi, tại {page}",
                $"Report {code} is accepted. Please look at the data and confirm them at {page}"),
            FeedbackState.Accepted or FeedbackState.AnsweredTogether => new(
                $"Phản ánh {code} đã xử lý xong. Xem kết quả tại {page}",
                $"Report {code} is done. See the result at {page}"),
            FeedbackState.WithPolice => new(
                $"Phản ánh {code}: đã ghi theo khai báo, công an xã đang đối chiếu với dữ liệu dân cư. Xem tại {page}",
                $"Report {code}: recorded as you declared; the commune police compare it with the register. See {page}"),
            FeedbackState.Refused => new(
                $"Phản ánh {code} chưa được chấp nhận. Xem lý do và bổ sung tại {page}",
                $"Report {code} was not accepted. See why and complete it at {page}"),
        };
    }
}
