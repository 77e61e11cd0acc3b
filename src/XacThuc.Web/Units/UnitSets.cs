using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Units;

/// <summary>The organisations of the plan for a whole district.</summary>
public static class UnitSets
{
    /// <summary>The act of making them.</summary>
    public const string ActKind = "units.create";

    /// <summary>
    /// Makes the units that work with a house in a district: at the Platform the health and administration units, at the
    /// Register the police. Those that are there already stay as they are.
    /// </summary>
    /// <param name="db">The house's database, with its places loaded.</param>
    /// <param name="districtCode">Official code of the district.</param>
    /// <param name="asOf">The day whose communes are meant.</param>
    /// <param name="house">Which house.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>All units of the set, also those that were there.</returns>
    public static async Task<Result<IReadOnlyList<Unit>>> CreateForDistrict(
        HouseDb db, string districtCode, DateOnly asOf, HouseKind house, Actor by, DateTimeOffset at, CancellationToken stop)
    {
        var book = new PlaceBook(await db.Places.AsNoTracking().ToListAsync(stop));
        if (book.Find(districtCode, asOf) is not { Level: PlaceLevel.District } district)
        {
            var last = await db.Places.AsNoTracking().Where(place => place.Code == districtCode && place.Level == PlaceLevel.District)
                .MaxAsync(place => place.ValidTo, stop);
            return last < asOf
                ? Refusal.NotThere(
                    "district.ended",
                    $"Huyện mã {districtCode} chỉ có đến ngày {last:dd/MM/yyyy}. Nêu ngày {last:dd/MM/yyyy} hoặc trước đó.",
                    $"There was a district {districtCode} until {last:dd/MM/yyyy} only. Name that day or an earlier one.")
                : Refusal.NotThere(
                    "district.not_there",
                    $"Ngày {asOf:dd/MM/yyyy} không có huyện mã {districtCode}. Nạp danh mục đơn vị hành chính trước.",
                    $"On {asOf:dd/MM/yyyy} there was no district {districtCode}. Load the places first.");
        }

        var plan = Plan(house, district, book.Children(districtCode, asOf)).ToList();
        var codes = plan.ConvertAll(unit => unit.Code);
        var there = await db.Units.Where(unit => codes.Contains(unit.Code)).ToListAsync(stop);
        var fresh = plan.ExceptBy(there.Select(unit => unit.Code), unit => unit.Code, StringComparer.Ordinal).ToList();
        if (fresh.Count > 0)
        {
            db.Units.AddRange(fresh);
            await db.Save(new Act(by, at, ActKind, $"place:{districtCode}"), stop);
        }

        return there.Concat(fresh).OrderBy(unit => codes.IndexOf(unit.Code)).ToList();
    }

    private static IEnumerable<Unit> Plan(HouseKind house, Place district, IEnumerable<Place> communes) => house switch
    {
        HouseKind.Platform =>
        [
            Of("TTYT", UnitKind.DistrictHealthCentre, "Trung tâm Y tế", district),
            Of("VHTT", UnitKind.DistrictOperator, "Phòng Văn hóa và Thông tin", district),
            Of("VP", UnitKind.DistrictOffice, "Văn phòng HĐND và UBND", district),
            Of("CSTC", UnitKind.VaccinationFacility, "Cơ sở tiêm chủng", district),
            .. communes.SelectMany(commune => (Unit[])
            [
                Of("TYT", UnitKind.HealthStation, "Trạm Y tế", commune),
                Of("UBND", UnitKind.CommuneCommittee, "UBND", commune),
            ]),
        ],
        HouseKind.Register =>
        [
            Of("CAH", UnitKind.DistrictPolice, "Công an", district),
            .. communes.Select(commune => Of("CAX", UnitKind.CommunePolice, "Công an", commune)),
        ],
    };

    private static Unit Of(string letters, UnitKind kind, string office, Place place) => new()
    {
        Code = $"{letters}-{place.Code}",
        Kind = kind,
        Name = $"{office} {place.NameInSentence}",
        PlaceCode = place.Code,
        Path = place.Path,
    };
}
