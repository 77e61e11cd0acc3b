using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints;

/// <summary>
/// Who does what at check points: agencies, schools, stations, facilities and committees keep their own places; the district's operator keeps
/// those of whoever has no account; the district follows the counts. Only the district's health centre traces, and two of its people at that.
/// </summary>
public static class CheckPointsAccess
{
    /// <summary>Policy of pages that register places and enrol devices.</summary>
    public const string Run = "check-points:run";

    /// <summary>Policy of pages with counts.</summary>
    public const string Look = "check-points:look";

    /// <summary>Policy of tracing.</summary>
    public const string Trace = "check-points:trace";

    /// <summary>Whether a role keeps places.</summary>
    public static bool MayRun(AccountRole role) => IsOfOneUnit(role) || role is AccountRole.DistrictOperator or AccountRole.CommuneCommittee;

    /// <summary>Whether a role sees counts.</summary>
    public static bool MayLook(AccountRole role) => MayRun(role) || role is AccountRole.DistrictHealthCentre or AccountRole.DistrictOffice;

    /// <summary>Whether a role traces.</summary>
    public static bool MayTrace(AccountRole role) => role == AccountRole.DistrictHealthCentre;

    /// <summary>Whether somebody keeps a place: their own unit's, and the operator those of its district.</summary>
    public static bool MayKeep(SignedIn me, CheckPoint place) =>
        MayRun(me.Role) && (place.UnitId == me.UnitId || (me.Role == AccountRole.DistrictOperator && place.Path.StartsWith(me.Path, StringComparison.Ordinal)));

    /// <summary>Whether somebody sees the masked names of who passed: the unit that answers for the place, and nobody else.</summary>
    public static bool SeesNames(SignedIn me, CheckPoint place) => MayRun(me.Role) && place.UnitId == me.UnitId;

    internal static void AddPolicies(AuthorizationBuilder policies)
    {
        foreach (var (name, may) in (ReadOnlySpan<(string, Func<AccountRole, bool>)>)[(Run, MayRun), (Look, MayLook), (Trace, MayTrace)])
            policies.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => SignedIn.Find(context.User) is { } me && may(me.Role)));
    }

    /// <summary>Places that somebody sees: the own unit's, or all of the own place and below.</summary>
    internal static IQueryable<CheckPoint> CheckPointsOf(this PlatformDb db, SignedIn me)
    {
        var places = db.Set<CheckPoint>();
        if (!MayLook(me.Role)) return places.Where(_ => false);
        var (path, unitId) = (me.Path, me.UnitId);
        return IsOfOneUnit(me.Role) ? places.Where(place => place.UnitId == unitId) : places.Where(place => place.Path.StartsWith(path));
    }

    /// <summary>One of them, tracked.</summary>
    internal static async Task<Result<CheckPoint>> FindCheckPoint(this PlatformDb db, long id, SignedIn me, CancellationToken stop) =>
        await db.CheckPointsOf(me).FirstOrDefaultAsync(place => place.Id == id, stop) is { } place ? place : CheckPointsRefusals.NotThere;

    /// <summary>One of them, tracked, that somebody keeps.</summary>
    internal static async Task<Result<CheckPoint>> FindKeptCheckPoint(this PlatformDb db, long id, SignedIn me, CancellationToken stop) =>
        await db.CheckPointsOf(me).FirstOrDefaultAsync(place => place.Id == id, stop) is { } place && MayKeep(me, place) ? place : CheckPointsRefusals.NotThere;

    private static bool IsOfOneUnit(AccountRole role) => role is AccountRole.HealthStation or AccountRole.VaccinationFacility or AccountRole.Agency;
}
