using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Register.Cases;

/// <summary>Which cases somebody may see: those of residents of their place; the district also those of no known commune.</summary>
internal static class CasesReach
{
    public static IQueryable<Case> CasesOf(this RegisterDb db, SignedIn me)
    {
        var communes = db.Places.Where(place => place.Level == PlaceLevel.Commune && place.Path.StartsWith(me.Path)).Select(place => place.Code);
        if (me.Role != AccountRole.DistrictPolice) return db.Cases.Where(one => communes.Contains(one.CommuneCode));

        var all = db.Places.Where(place => place.Level == PlaceLevel.Commune).Select(place => place.Code);
        return db.Cases.Where(one => communes.Contains(one.CommuneCode) || !all.Contains(one.CommuneCode));
    }

    /// <summary>Names of communes by code: as they are called in somebody's own place, where a code has had several names.</summary>
    public static async Task<Dictionary<string, string>> NamesOf(
        this RegisterDb db, IReadOnlyCollection<string> codes, SignedIn me, CancellationToken stop)
    {
        var places = await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune && codes.Contains(place.Code)).ToListAsync(stop);
        return places.OrderByDescending(place => place.Path.StartsWith(me.Path, StringComparison.Ordinal)).ThenByDescending(place => place.ValidFrom)
            .DistinctBy(place => place.Code, StringComparer.Ordinal).ToDictionary(place => place.Code, place => place.Name, StringComparer.Ordinal);
    }
}
