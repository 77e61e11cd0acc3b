using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Register.Cases.Correct;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Register.Cases;

/// <summary>Which cases somebody may see: those of residents of their place; the district also those of no known commune.</summary>
internal static class CasesReach
{
    // The codes are read first: by their values the databases go along the index.
    public static async Task<IQueryable<Case>> CasesOf(this RegisterDb db, SignedIn me, CancellationToken stop) =>
        db.CasesOf(await db.CommunesOf(me, stop));

    /// <summary>The cases of residents of communes.</summary>
    public static IQueryable<Case> CasesOf(this RegisterDb db, string[] communes) => db.Cases.Where(one => communes.Contains(one.CommuneCode));

    /// <summary>Codes of the communes whose cases somebody may see.</summary>
    public static async Task<string[]> CommunesOf(this RegisterDb db, SignedIn me, CancellationToken stop)
    {
        var communes = db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune);
        var codes = await communes.Where(place => place.Path.StartsWith(me.Path)).Select(place => place.Code).Distinct().ToListAsync(stop);
        if (me.Role == AccountRole.DistrictPolice)
        {
            var known = await communes.Select(place => place.Code).ToHashSetAsync(StringComparer.Ordinal, stop);
            codes.AddRange((await db.CodesOfCases(stop)).Where(code => !known.Contains(code)));
        }

        return [.. codes];
    }

    /// <summary>The proposals that somebody may see and approve: those of their own place and of places within it.</summary>
    public static IQueryable<BulkProposal> BulkOf(this RegisterDb db, SignedIn me) =>
        db.Set<BulkProposal>().Where(one => one.Path.StartsWith(me.Path));

    /// <summary>Likewise the corrections of the register.</summary>
    public static IQueryable<RegisterCorrection> CorrectionsOf(this RegisterDb db, SignedIn me) =>
        db.Set<RegisterCorrection>().Where(one => one.Path.StartsWith(me.Path));

    /// <summary>Names of communes by code: as they are called in somebody's own place, where a code has had several names.</summary>
    public static async Task<Dictionary<string, string>> NamesOf(
        this RegisterDb db, IReadOnlyCollection<string> codes, SignedIn me, CancellationToken stop)
    {
        var places = await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune && codes.Contains(place.Code)).ToListAsync(stop);
        return places.OrderByDescending(place => place.Path.StartsWith(me.Path, StringComparison.Ordinal)).ThenByDescending(place => place.ValidFrom)
            .DistinctBy(place => place.Code, StringComparer.Ordinal).ToDictionary(place => place.Code, place => place.Name, StringComparer.Ordinal);
    }
}
