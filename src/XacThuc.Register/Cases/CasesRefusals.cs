using XacThuc.Web.Acts;

namespace XacThuc.Register.Cases;

/// <summary>Every refusal of this work.</summary>
internal static class CasesRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere(
        "case.not_there", "Không có vụ việc này trong địa bàn của đơn vị.", "There is no such case in your unit's area.");

    public static Refusal AlreadyDecided { get; } = Refusal.Conflicting(
        "case.decided",
        "Vụ việc này đã được người khác xử lý, hoặc hồ sơ đã đúng. Sang vụ việc tiếp theo.",
        "Somebody else has decided this case, or the record is right by now. Go on to the next one.");

    public static Refusal Proposed { get; } = Refusal.Conflicting(
        "case.proposed",
        "Vụ việc này đã có đề nghị, đang chờ cán bộ khác duyệt. Sang vụ việc tiếp theo.",
        "Something is proposed for this case already and waits for another officer. Go on to the next one.");

    /// <summary>Why nothing can be decided of a case; none where it is open.</summary>
    public static Refusal? OfClosed(Case found) => found.State switch
    {
        CaseState.Open => null,
        CaseState.Proposed => Proposed,
        CaseState.Decided or CaseState.Resolved => AlreadyDecided,
    };

    public static Refusal Changed { get; } = Refusal.Conflicting(
        "case.changed",
        "Bên y tế vừa sửa hồ sơ này. Tải lại trang để xem giá trị mới rồi quyết định.",
        "The health side has just changed this record. Load the page again to see the new values, then decide.");

    public static Refusal NoSuchPerson { get; } = Refusal.NotAcceptable(
        "case.no_person",
        "Người được chọn không còn trong danh sách gợi ý. Tải lại trang rồi chọn lại.",
        "The person chosen is no longer among the suggestions. Load the page again and choose.");

    public static Refusal NothingDiffers { get; } = Refusal.NotAcceptable(
        "case.nothing_differs",
        "Hồ sơ không khác gì người được chọn: không có gì để sửa. Hồ sơ sẽ được xác thực lại.",
        "The record says the same as the person chosen: there is nothing to correct. It will be authenticated again.");

    public static Refusal TooLate { get; } = Refusal.Conflicting(
        "case.sent", "Quyết định đã gửi sang bên y tế, không rút lại được nữa.", "The decision has been sent to the health side and cannot be taken back any more.");

    public static Refusal SecondLookByAnother { get; } = Refusal.Conflicting(
        "second_look.same_person",
        "Người đề nghị không được tự duyệt. Nhờ một cán bộ khác duyệt.",
        "Whoever proposed it may not approve it. Ask another officer.");

    public static Refusal SecondLookDone { get; } = Refusal.Conflicting(
        "second_look.done", "Đề nghị này đã được duyệt hoặc bị từ chối rồi.", "This proposal has been approved or refused already.");

    public static Refusal NothingInBulk { get; } = Refusal.NotAcceptable(
        "bulk.nothing",
        "Không còn vụ việc nào có lý do này mà biết chắc là của ai: xem từng hồ sơ một.",
        "No case of this reason is left that is surely somebody's: look at them one by one.");

    public static Refusal ReasonMissing { get; } = Refusal.NotAcceptable(
        "correction.no_reason", "Ghi căn cứ (giấy tờ nào) trước khi đề nghị sửa dữ liệu dân cư.", "Say on which paper the correction rests before you propose it.");

    public static Refusal Unreadable(string vi, string en) => Refusal.NotAcceptable(
        "correction.unreadable", $"{vi}: không đọc được. Viết lại cho đúng.", $"{en}: cannot be read. Write it again.");
}
