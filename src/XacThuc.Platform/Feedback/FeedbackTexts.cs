using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback;

/// <summary>How cases are spoken of.</summary>
internal static class FeedbackTexts
{
    /// <summary>States for staff.</summary>
    public static IReadOnlyList<(FeedbackState Value, Tone Tone, Bilingual Name)> States { get; } =
    [
        (FeedbackState.Open, Tone.Waiting, new("chờ trả lời", "to be answered")),
        (FeedbackState.Asked, Tone.Note, new("chờ người dân bổ sung", "asked back")),
        (FeedbackState.PutOff, Tone.Waiting, new("hẹn trả lời", "put off")),
        (FeedbackState.Proposed, Tone.Note, new("chờ người dân xác nhận", "to be confirmed")),
        (FeedbackState.Accepted, Tone.Right, new("đã chấp nhận", "accepted")),
        (FeedbackState.Refused, Tone.Wrong, new("từ chối", "refused")),
        (FeedbackState.AnsweredTogether, Tone.Right, new("trả lời chung", "answered together")),
        (FeedbackState.WithPolice, Tone.Note, new("công an đối chiếu", "with the police")),
    ];

    /// <summary>Levels.</summary>
    public static IReadOnlyList<(FeedbackLevel Value, Tone Tone, Bilingual Name)> Levels { get; } =
    [
        (FeedbackLevel.InTime, Tone.Plain, new("trong hạn", "in time")),
        (FeedbackLevel.Near, Tone.Waiting, new("quá 24 giờ", "over 24 hours")),
        (FeedbackLevel.District, Tone.Late, new("quá 40 giờ, báo huyện", "over 40 hours, at the district")),
        (FeedbackLevel.Late, Tone.Late, new("quá hạn 48 giờ", "late, over 48 hours")),
    ];

    /// <summary>A state.</summary>
    public static (Tone Tone, Bilingual Name) Of(FeedbackState state)
    {
        var (_, tone, name) = States.First(one => one.Value == state);
        return (tone, name);
    }

    /// <summary>A level.</summary>
    public static (Tone Tone, Bilingual Name) Of(FeedbackLevel level)
    {
        var (_, tone, name) = Levels.First(one => one.Value == level);
        return (tone, name);
    }

    /// <summary>A step as its case's story tells it.</summary>
    public static Bilingual Of(CaseStepKind kind) => kind switch
    {
        CaseStepKind.Recorded => new("Đã nhận phản ánh", "Recorded"),
        CaseStepKind.Asked => new("Đề nghị bổ sung", "Asked back"),
        CaseStepKind.Answered => new("Người dân đã bổ sung", "The citizen answered"),
        CaseStepKind.PutOff => new("Hẹn trả lời", "Put off"),
        CaseStepKind.Proposed => new("Chấp nhận, chờ xác nhận thông tin", "Accepted, data to be confirmed"),
        CaseStepKind.Accepted => new("Chấp nhận", "Accepted"),
        CaseStepKind.Refused => new("Chưa chấp nhận", "Refused"),
        CaseStepKind.HandedOver => new("Chuyển đơn vị khác", "Handed over"),
        CaseStepKind.Reopened => new("Mở lại", "Opened again"),
        CaseStepKind.Escalated => new("Nhắc hạn", "Escalated"),
        CaseStepKind.AnsweredTogether => new("Trả lời chung với phản ánh khác của người này", "Answered with another report of this person"),
        CaseStepKind.Confirmed => new("Người dân xác nhận thông tin đúng", "The citizen confirmed the data"),
        CaseStepKind.Disputed => new("Người dân báo thông tin vẫn chưa đúng", "The citizen says the data are still not right"),
        CaseStepKind.ToPolice => new("Chưa khớp dữ liệu dân cư, công an xã đối chiếu", "Does not agree with the register, with the commune police"),
        CaseStepKind.PoliceDecided => new("Công an đã xem xong", "The police have looked"),
        CaseStepKind.TakenBack => new("Rút lại câu trả lời", "Answer taken back"),
    };

    /// <summary>The words of a step; a level is told as such.</summary>
    public static string WordsOf(CaseStep step) =>
        step.Kind == CaseStepKind.Escalated && Enum.TryParse<FeedbackLevel>(step.Words, out var level) ? Of(level).Name.ToString() : step.Words;
}
