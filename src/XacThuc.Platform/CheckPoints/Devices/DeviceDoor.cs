using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints.Devices;

/// <summary>A device that asks, at its place.</summary>
internal sealed record AskingDevice(CheckDevice Device, CheckPoint Place, string UnitCode, string UnitName)
{
    /// <summary>What it is to the audit.</summary>
    public Actor Actor => new(Device.Subject, UnitCode, "device");

    /// <summary>Nothing of the guard.</summary>
    public override string ToString() => nameof(AskingDevice);
}

/// <summary>Lets devices in by their secret. Asked anew each time: a device that is switched off is out at once.</summary>
internal sealed class DeviceDoor(PlatformDb db, DeviceMeters meters, TimeProvider time)
{
    // A device is heard of with each scan: its row is not written for each of them.
    private static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(1);

    /// <summary>Who asks.</summary>
    public async Task<Result<AskingDevice>> Find(HttpContext http, CancellationToken stop)
    {
        if (DeviceSecret.Read(http.Request.Headers.Authorization) is not var (publicId, secret)) return DeviceRefusals.Unknown;
        var found = await (
            from device in db.Set<CheckDevice>().AsNoTracking()
            join place in db.Set<CheckPoint>().AsNoTracking() on device.PlaceId equals place.Id
            join unit in db.Units.AsNoTracking() on place.UnitId equals unit.Id
            where device.PublicId == publicId
            select new { Device = device, Place = place, unit.Code, unit.Name }).FirstOrDefaultAsync(stop);
        if (found is null || !DeviceSecret.Is(secret, found.Device.SecretHash)) return DeviceRefusals.Unknown;
        if (found.Device.OffAt is not null) return DeviceRefusals.Off;
        if (!meters.MayCall(found.Device)) return DeviceRefusals.TooOften;
        var now = time.GetUtcNow();
        if (now - found.Device.LastSeenAt >= SeenWithin)
        {
            var id = found.Device.Id;
            await db.Set<CheckDevice>().Where(device => device.Id == id).ExecuteUpdateAsync(row => row.SetProperty(device => device.LastSeenAt, now), stop);
        }

        return new AskingDevice(found.Device, found.Place, found.Code, found.Name);
    }
}
