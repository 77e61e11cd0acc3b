using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints.Devices;

/// <summary>A link that was made, with its token: shown this once.</summary>
internal sealed record MadeLink(EnrolLink Link, string Token)
{
    /// <summary>Nothing of the token.</summary>
    public override string ToString() => nameof(MadeLink);
}

/// <summary>A device that was enrolled, with what opens the house to it: told this once.</summary>
internal sealed record EnrolledDevice(CheckDevice Device, CheckPoint Place, string Secret)
{
    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => nameof(EnrolledDevice);
}

/// <summary>Enrols guards' phones by link, and switches them off.</summary>
internal sealed class EnrolDevice(PlatformDb db, TimeProvider time)
{
    private const int Longest = 80;

    /// <summary>A device that enrols itself, in the audit: nobody by name.</summary>
    private static Actor Stranger { get; } = new("device", "", "device");

    /// <summary>Makes a link for a guard.</summary>
    public async Task<Result<MadeLink>> MakeLink(long placeId, string? guard, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindKeptCheckPoint(placeId, me, stop)).TryGet(out var place, out var refusal)) return refusal;
        if (!place.IsOpen) return CheckPointsRefusals.Closed;
        var named = Said.Of(guard, Longest);
        if (named.Length < 2) return CheckPointsRefusals.GuardNeeded;
        var token = DeviceSecret.New();
        var link = new EnrolLink { PlaceId = place.Id, Guard = named, TokenHash = DeviceSecret.HashOf(token), MadeBy = me.Name, MadeAt = time.GetUtcNow() };
        db.Add(link);
        await db.Save(me.NewAct(time, "device.link", place.Subject), stop);
        return new MadeLink(link, token);
    }

    /// <summary>A phone enrols itself with the token of a link.</summary>
    public async Task<Result<EnrolledDevice>> Enrol(string? token, string? name, CancellationToken stop)
    {
        var (now, hash) = (time.GetUtcNow(), DeviceSecret.HashOf(token ?? ""));
        if (await db.Set<EnrolLink>().FirstOrDefaultAsync(link => link.TokenHash == hash, stop) is not { } link) return DeviceRefusals.LinkUnknown;
        if (!link.IsGood(now)) return DeviceRefusals.LinkOver;
        var place = await db.Set<CheckPoint>().AsNoTracking().FirstAsync(place => place.Id == link.PlaceId, stop);
        if (!place.IsOpen) return DeviceRefusals.LinkOver;
        var secret = DeviceSecret.New();
        var device = new CheckDevice
        {
            PublicId = Guid.NewGuid().ToString("N"),
            PlaceId = place.Id,
            Guard = link.Guard,
            Name = Said.Of(name, Longest),
            SecretHash = DeviceSecret.HashOf(secret),
            EnrolledAt = now,
            LastSeenAt = now,
        };
        (link.UsedAt, link.Version) = (now, link.Version + 1);
        db.Add(device);
        var act = new Act(Stranger, now, "device.enrol", device.Subject, place.Code);
        return await db.SaveFirst(act, stop) ? new EnrolledDevice(device, place, secret) : DeviceRefusals.LinkOver;
    }

    /// <summary>The name of the unit that keeps a place.</summary>
    public Task<string> UnitNameOf(CheckPoint place, CancellationToken stop)
    {
        var id = place.UnitId;
        return db.Units.Where(unit => unit.Id == id).Select(unit => unit.Name).FirstAsync(stop);
    }

    /// <summary>Switches a device off, at once and for good: a lost one is found by somebody.</summary>
    public async Task<Result<CheckDevice>> SwitchOff(long placeId, long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindKeptCheckPoint(placeId, me, stop)).TryGet(out var place, out var refusal)) return refusal;
        if (await db.Set<CheckDevice>().FirstOrDefaultAsync(device => device.Id == id && device.PlaceId == placeId, stop) is not { } device) return CheckPointsRefusals.DeviceNotThere;
        if (device.OffAt is not null) return CheckPointsRefusals.DeviceOff;
        (device.OffAt, device.OffBy) = (time.GetUtcNow(), me.Name);
        device.Version++;
        return await db.SaveFirst(me.NewAct(time, "device.off", device.Subject, place.Code), stop) ? device : CheckPointsRefusals.Moved;
    }
}
