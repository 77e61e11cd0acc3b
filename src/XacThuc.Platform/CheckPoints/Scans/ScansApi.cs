using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints.Scans;

/// <summary>Takes scans from devices.</summary>
internal static class ScansApi
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost($"{DevicesApi.Base}/scans", Take).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Take(HttpContext http, DeviceDoor door, TakeScans take, TimeProvider time, CancellationToken stop)
    {
        if (!(await door.Find(http, stop)).TryGet(out var asking, out var refusal)) return refusal.ToDevice();
        if (!(await SentJson.Read<SentScans>(http.Request, stop)).TryGet(out var sent, out refusal)) return refusal.ToDevice();
        if (sent.Scans is not { } scans) return DeviceRefusals.NotRead.ToDevice();
        if (scans.Count > Most) return DeviceRefusals.TooLarge.ToDevice();
        var now = time.GetUtcNow();
        var read = new List<ReadScan>(scans.Count);
        for (var i = 0; i < scans.Count; i++)
        {
            var (scan, wrong) = ScanReading.Read(scans[i], now);
            if (scan is null) return Wrong(i, scans[i]?.Id, wrong);
            read.Add(scan);
        }

        await take.Run(asking.Place, asking.Device.Id, read);
        return TypedResults.Json(new { kept = read.ConvertAll(scan => scan.Id) }, JsonSerializerOptions.Web);
    }

    // Which one is wrong and in which part, never what stood there: the device leaves it out and sends the others again.
    private static ProblemHttpResult Wrong(int at, string? id, string part)
    {
        var problem = Refusal.NotAcceptable(
            "scans.wrong", $"Lượt quét thứ {at + 1} sai ở phần {part}: chưa lưu lượt nào. Bỏ lượt này rồi gửi lại.",
            $"Scan {at + 1} is wrong in its part {part}: none was kept. Leave it out and send the others again.").ToProblem();
        (problem.Extensions["scan"], problem.Extensions["index"], problem.Extensions["part"]) = (Guid.TryParse(id, out var known) ? known : null, at, part);
        return TypedResults.Problem(problem);
    }
}
