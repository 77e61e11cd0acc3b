using Microsoft.AspNetCore.Http;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints.Devices;

/// <summary>Every refusal of guards' devices.</summary>
internal static class DeviceRefusals
{
    public static Refusal LinkUnknown { get; } = Refusal.NotThere(
        "device.link_unknown", "Liên kết này không đúng. Nhờ người phụ trách điểm kiểm soát tạo liên kết mới.", "This link is not known. Ask whoever keeps the check point for a new one.");

    public static Refusal LinkOver { get; } = Refusal.Conflicting(
        "device.link_over", "Liên kết đã dùng hoặc đã quá 24 giờ. Nhờ người phụ trách tạo liên kết mới.", "The link was used, or is older than 24 hours. Ask for a new one.");

    public static Refusal Unknown { get; } = Refusal.NotThere(
        "device.unknown", "Thiết bị chưa đăng ký với hệ thống này. Quét liên kết của điểm kiểm soát.", "The device is not enrolled here. Scan the link of the check point.");

    public static Refusal Off { get; } = Refusal.Conflicting(
        "device.switched_off", "Thiết bị đã bị tắt hoặc báo mất. Dữ liệu trên máy được xoá. Muốn dùng lại, xin liên kết mới.",
        "The device was switched off or reported lost. What is on it is erased. Ask for a new link to use it again.");

    public static Refusal TooOften { get; } = new(RefusalKind.TooMany, "device.too_often", new(
        "Gửi quá nhanh: chờ một phút rồi gửi lại.", "Too often: wait a minute and send again."));

    public static Refusal TooLarge { get; } = new(RefusalKind.TooLarge, "scans.too_large", new(
        "Mỗi lần gửi nhiều nhất 500 lượt quét, dưới 1 MB: chia nhỏ rồi gửi lại.", "At most 500 scans and 1 MB at a time: send them in parts."));

    public static Refusal NotRead { get; } = Refusal.NotAcceptable("scans.not_read", "Nội dung gửi lên không đúng mẫu.", "What was sent is not in the form agreed.");

    /// <summary>The answer to a device: refusals have statuses of their own here.</summary>
    public static IResult ToDevice(this Refusal refusal)
    {
        var problem = refusal.ToProblem();
        problem.Status = refusal.Code switch
        {
            "device.link_over" => StatusCodes.Status410Gone,
            "device.unknown" => StatusCodes.Status401Unauthorized,
            "device.switched_off" => StatusCodes.Status403Forbidden,
            _ => problem.Status,
        };
        return TypedResults.Problem(problem);
    }
}
