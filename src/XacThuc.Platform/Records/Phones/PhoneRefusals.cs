using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Phones;

/// <summary>Every refusal of changing the phone on a record.</summary>
internal static class PhoneRefusals
{
    public static Refusal NotAPhone { get; } = Refusal.NotAcceptable(
        "record.not_a_phone", "Ghi số điện thoại di động 10 chữ số, ví dụ 0912 345 678.", "Write a mobile phone of Viet Nam with 10 digits, for example 0912 345 678.");

    public static Refusal ReasonNeeded { get; } = Refusal.NotAcceptable(
        "record.phone_reason", "Ghi lý do đổi số và đã xem giấy tờ nào.", "Write why the phone is changed and which paper you saw.");

    public static Refusal ChangedMeanwhile { get; } = Refusal.Conflicting(
        "record.phone_moved", "Người khác vừa đổi số điện thoại của hồ sơ này. Xem lại rồi làm tiếp.", "Somebody else has just changed the phone of this record. Look again before you go on.");
}
