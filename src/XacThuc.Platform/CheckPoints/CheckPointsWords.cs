using XacThuc.Matching.Texts;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.CheckPoints.Trace;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.CheckPoints;

/// <summary>How things of check points are called.</summary>
internal static class CheckPointsWords
{
    private static readonly Dictionary<string, Bilingual> Reasons = new(StringComparer.Ordinal)
    {
        ["key-unknown"] = new("khoá của nơi ký không có trong danh sách", "key of the issuer not on the list"),
        ["signature-wrong"] = new("chữ ký sai", "wrong signature"),
        ["key-may-not-sign-this"] = new("khoá không được ký loại này", "key may not sign this"),
        ["key-out-of-time"] = new("khoá hết hạn khi ký", "key out of time"),
        ["revoked"] = new("đã thu hồi", "revoked"),
        ["over"] = new("hết hạn", "over"),
        ["not-yet"] = new("chưa có hiệu lực", "not good yet"),
        ["rule-not-met"] = new("chưa đủ điều kiện", "rule not met"),
        ["rule-unanswered"] = new("chưa tính được điều kiện", "rule unanswered"),
        ["test-positive"] = new("xét nghiệm dương tính", "test positive"),
        ["unsigned"] = new("giấy không có chữ ký", "unsigned paper"),
        ["part-of-several"] = new("một phần của thẻ nhiều mã", "part of a card of several codes"),
        ["not-readable"] = new("không đọc được", "not readable"),
        ["not-of-schema"] = new("sai mẫu", "not of the schema"),
        ["lists-old"] = new("danh sách trên máy đã cũ", "lists on the device are old"),
    };

    /// <summary>A kind of place.</summary>
    public static Bilingual NameOf(this CheckPointKind kind) => kind switch
    {
        CheckPointKind.Agency => new("Cơ quan", "Office"),
        CheckPointKind.School => new("Trường học", "School"),
        CheckPointKind.Firm => new("Doanh nghiệp", "Firm"),
        CheckPointKind.Market => new("Chợ, cửa hàng", "Market or shop"),
        CheckPointKind.Gate => new("Chốt, cổng", "Gate"),
        CheckPointKind.HealthFacility => new("Cơ sở y tế", "Health facility"),
        CheckPointKind.Other => new("Nơi khác", "Other"),
    };

    /// <summary>A way.</summary>
    public static Bilingual NameOf(this ScanWay way) => way switch
    {
        ScanWay.In => new("Vào", "In"),
        ScanWay.Out => new("Ra", "Out"),
        ScanWay.Look => new("Chỉ xem", "Look only"),
    };

    /// <summary>A verdict with what it means.</summary>
    public static (Tone Tone, Bilingual Name) Told(this ScanVerdict verdict) => verdict switch
    {
        ScanVerdict.Genuine => (Tone.Right, new("Thật, còn hiệu lực", "Genuine")),
        ScanVerdict.RuleNotMet => (Tone.Waiting, new("Thật, chưa đủ điều kiện", "Genuine, rule not met")),
        ScanVerdict.CannotKnow => (Tone.Waiting, new("Chưa biết được", "Cannot be known")),
        ScanVerdict.NotGenuine => (Tone.Wrong, new("Giả", "Not genuine")),
        ScanVerdict.NoCertificate => (Tone.Invalid, new("Không phải chứng nhận", "No certificate")),
        ScanVerdict.None => (Tone.Invalid, new("Tự khai", "Declared by the visitor")),
    };

    /// <summary>Where a query stands, with what it means.</summary>
    public static (Tone Tone, Bilingual Name) Told(this TraceState state) => state switch
    {
        TraceState.Asked => (Tone.Waiting, new("Chờ duyệt", "To be approved")),
        TraceState.Approved => (Tone.Right, new("Đã duyệt", "Approved")),
        TraceState.Refused => (Tone.Wrong, new("Không duyệt", "Refused")),
    };

    /// <summary>A reason in words; its code where it is not known.</summary>
    public static string ReasonOf(string code) => Reasons.TryGetValue(code, out var words) ? words.ToString() : code;
}
