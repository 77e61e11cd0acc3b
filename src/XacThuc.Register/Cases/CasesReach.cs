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
}
