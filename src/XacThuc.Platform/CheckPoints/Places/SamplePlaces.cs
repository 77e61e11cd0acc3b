using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Web.Acts;
using XacThuc.Web.Units;

namespace XacThuc.Platform.CheckPoints.Places;

/// <summary>A place of the sample, and a link with which a phone becomes its guard's device.</summary>
/// <param name="Code">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Token">The token of the link: once, within a day.</param>
public sealed record SamplePlace(string Code, string Name, string Token)
{
    /// <summary>Nothing of the token.</summary>
    public override string ToString() => $"{nameof(SamplePlace)} {Code}";
}

/// <summary>Places of the sample district, of all usual kinds. Never in production: only a sample makes them.</summary>
public static class SamplePlaces
{
    private static readonly (UnitKind Unit, string Mark, CheckPointKind Kind, string Name, string Address)[] Known =
    [
        (UnitKind.DistrictOperator, "MAU", CheckPointKind.Market, "Chợ Đồng Đăng", "Thị trấn Đồng Đăng"),
        (UnitKind.CommuneCommittee, "MAU", CheckPointKind.Agency, "Trụ sở UBND", "Trung tâm xã"),
        (UnitKind.HealthStation, "MAU", CheckPointKind.HealthFacility, "Cổng trạm y tế", "Trạm y tế xã"),
        (UnitKind.DistrictOperator, "MAU-2", CheckPointKind.School, "Trường THPT Cao Lộc", "Khối 6, thị trấn Cao Lộc"),
        (UnitKind.DistrictOperator, "MAU-3", CheckPointKind.Firm, "Xưởng gỗ Cao Lộc", "Khối 3, thị trấn Cao Lộc"),
        (UnitKind.CommuneCommittee, "MAU-2", CheckPointKind.Gate, "Chốt đầu xã", "Đường vào xã"),
    ];

    /// <summary>Makes them where they are not there, and a new link for each.</summary>
    public static async Task<IReadOnlyList<SamplePlace>> Make(PlatformDb db, TimeProvider time, CancellationToken stop)
    {
        var (now, made) = (time.GetUtcNow(), new List<SamplePlace>());
        foreach (var (kind, mark, what, name, address) in Known)
        {
            if (await db.Units.Where(unit => unit.Kind == kind).OrderBy(unit => unit.Code).FirstOrDefaultAsync(stop) is not { } unit) continue;
            var code = $"DKS-{unit.Code}-{mark}";
            var place = await db.Set<CheckPoint>().FirstOrDefaultAsync(one => one.Code == code, stop);
            if (place is null)
            {
                place = new CheckPoint
                {
                    Code = code,
                    UnitId = unit.Id,
                    Path = unit.Path,
                    Name = name,
                    Address = address,
                    Kind = what,
                    Responsible = "Ban quản lý (mẫu)",
                    Phone = "0900000009",
                    RegisteredBy = Actor.House.Name,
                    RegisteredAt = now,
                };
                db.Add(place);
                await db.Save(new Act(Actor.House, now, "place.register", place.Subject), stop);
            }

            var token = DeviceSecret.New();
            db.Add(new EnrolLink { PlaceId = place.Id, Guard = "Bảo vệ mẫu", TokenHash = DeviceSecret.HashOf(token), MadeBy = Actor.House.Name, MadeAt = now });
            await db.Save(new Act(Actor.House, now, "device.link", place.Subject), stop);
            made.Add(new SamplePlace(code, name, token));
        }

        return made;
    }
}
