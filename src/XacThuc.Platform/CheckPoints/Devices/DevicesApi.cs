using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using XacThuc.Platform.Certificates.Keys;

namespace XacThuc.Platform.CheckPoints.Devices;

/// <summary>What a phone sends to enrol itself.</summary>
internal sealed record EnrolAsked(string? Token, string? Name)
{
    /// <summary>Nothing of the token.</summary>
    public override string ToString() => nameof(EnrolAsked);
}

/// <summary>A place as devices know it.</summary>
internal sealed record DevicePlace(string Code, string Name, string Unit);

/// <summary>Answers devices: enrolment, and whether they are on.</summary>
internal static class DevicesApi
{
    /// <summary>Where devices ask.</summary>
    public const string Base = "/verifier/api";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost($"{Base}/devices", Enrol).AllowAnonymous().ExcludeFromDescription();
        app.MapGet($"{Base}/device", Look).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Enrol(HttpContext http, EnrolDevice enrol, HouseKeys keys, DeviceMeters meters, CancellationToken stop)
    {
        if (!meters.MayEnrol(http.Connection.RemoteIpAddress)) return DeviceRefusals.TooOften.ToDevice();
        if (!(await SentJson.Read<EnrolAsked>(http.Request, stop)).TryGet(out var asked, out var refusal)) return refusal.ToDevice();
        if (!(await enrol.Enrol(asked.Token, asked.Name, stop)).TryGet(out var enrolled, out refusal)) return refusal.ToDevice();
        var unit = await enrol.UnitNameOf(enrolled.Place, stop);
        return TypedResults.Json(
            new
            {
                device = enrolled.Device.PublicId,
                secret = DeviceSecret.Bearer(enrolled.Device.PublicId, enrolled.Secret),
                place = new DevicePlace(enrolled.Place.Code, enrolled.Place.Name, unit),
                bundleKeys = keys.Known(KeyUse.Bundles).Select(key => key.Jwk),
            },
            JsonSerializerOptions.Web, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Look(HttpContext http, DeviceDoor door, CancellationToken stop) =>
        (await door.Find(http, stop)).Match(
            asking => TypedResults.Json(new { place = new DevicePlace(asking.Place.Code, asking.Place.Name, asking.UnitName), on = true, open = asking.Place.IsOpen }, JsonSerializerOptions.Web),
            refusal => refusal.ToDevice());
}
