using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Records.Import.Rows;

/// <summary>Which unit works on the records of a commune: where a district brings a file, each commune's own station.</summary>
internal sealed class ImportUnits(long own, IReadOnlyDictionary<string, long> stations)
{
    /// <summary>The unit of a commune; the one that brought the file where the commune has no station of its own there.</summary>
    public long UnitOf(string commune) => stations.GetValueOrDefault(commune, own);

    /// <summary>The units under a unit.</summary>
    public static async Task<ImportUnits> Of(PlatformDb db, long unitId, CancellationToken stop)
    {
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == unitId, stop);
        if (unit.Kind != UnitKind.DistrictHealthCentre) return new ImportUnits(unitId, new Dictionary<string, long>(StringComparer.Ordinal));
        var stations = await db.Units.AsNoTracking()
            .Where(station => station.Kind == UnitKind.HealthStation && station.Path.StartsWith(unit.Path))
            .Select(station => new { station.PlaceCode, station.Id }).ToListAsync(stop);
        return new ImportUnits(unitId, stations.DistinctBy(station => station.PlaceCode, StringComparer.Ordinal)
            .ToDictionary(station => station.PlaceCode, station => station.Id, StringComparer.Ordinal));
    }
}
