using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints.Status;

/// <summary>For whom a device asks.</summary>
internal sealed record StatusAsked(string? Qid, string? Paper, string? Born)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(StatusAsked);
}

/// <summary>Tells devices how far somebody's vaccination is, by QID, or by number and year of birth. Asked by post: nothing of a person is in an address.</summary>
internal static class StatusApi
{
    private const int Longest = 40;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost($"{DevicesApi.Base}/status", Ask).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Ask(HttpContext http, DeviceDoor door, DeviceMeters meters, FindStatus find, PlatformDb db, TimeProvider time, CancellationToken stop)
    {
        if (!(await door.Find(http, stop)).TryGet(out var asking, out var refusal)) return refusal.ToDevice();
        if (!meters.MayAsk(asking.Device)) return DeviceRefusals.TooOften.ToDevice();
        if (!(await SentJson.Read<StatusAsked>(http.Request, stop)).TryGet(out var asked, out refusal)) return refusal.ToDevice();
        var (qid, paper, born) = (asked.Qid ?? "", asked.Paper ?? "", asked.Born ?? "");
        if (qid.Length > Longest || paper.Length > Longest || born.Length > Longest || qid.Length + paper.Length == 0) return DeviceRefusals.NotRead.ToDevice();
        var year = born.Length >= 4 && int.TryParse(born.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : 0;
        var record = await find.Find(qid, paper, year, stop);
        var status = await find.Of(record, stop);
        var now = time.GetUtcNow();
        if (record is not null) db.Add(new StatusLook { RecordId = record.Id, PlaceId = asking.Place.Id, At = now });
        await db.Save(new Act(asking.Actor, now, "status.ask", asking.Device.Subject, asking.Place.Code), stop);
        return TypedResults.Json(
            new { known = status.Known, doses = status.Doses, complete = status.Complete, last = status.Last?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), recovered = (string?)null, test = (string?)null },
            JsonSerializerOptions.Web);
    }
}
