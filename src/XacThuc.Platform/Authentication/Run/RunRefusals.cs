using XacThuc.Web.Acts;

namespace XacThuc.Platform.Authentication.Run;

/// <summary>Every refusal of the work on runs.</summary>
internal static class RunRefusals
{
    public static Refusal NoSuchRun => Refusal.NotThere(
        "run.not_there", "Không có lần xác thực này trong phạm vi của đơn vị bạn.", "There is no such run in your unit's reach.");

    public static Refusal NoSuchUnit => Refusal.NotThere(
        "unit.not_there", "Không có đơn vị này trong phạm vi của đơn vị bạn.", "There is no such unit in your unit's reach.");

    public static Refusal NotEnded => Refusal.Conflicting(
        "run.not_ended",
        "Lần xác thực chưa xong: xem tiến độ của công việc rồi tải kết quả sau.",
        "The run has not ended: look at the job's progress, and fetch the results later.");

    public static Refusal NoAnswerToThis => Refusal.Conflicting(
        "run.answer",
        "Phía công an trả lời không đúng với hồ sơ đã gửi. Báo người vận hành kiểm tra phiên bản hai bên, rồi bấm Chạy tiếp.",
        "The police side's answer is not one to the records sent. Ask the operator to check both sides' versions, then press Resume.");
}
