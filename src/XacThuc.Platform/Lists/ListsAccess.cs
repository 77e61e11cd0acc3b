using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Lists;

/// <summary>
/// Who draws lists up and who approves them (dispatch 8938): stations and facilities their own, the commune committee its
/// own and, for approval, those of its commune; the district's health centre all below it.
/// </summary>
public static class ListsAccess
{
    /// <summary>Policy of all pages of this folder.</summary>
    public const string Read = "lists:read";

    /// <summary>Whether a role sees lists.</summary>
    public static bool MayRead(AccountRole role) => MayWrite(role);

    /// <summary>Whether a role draws lists up.</summary>
    public static bool MayWrite(AccountRole role) => role is AccountRole.DistrictHealthCentre or AccountRole.HealthStation
        or AccountRole.VaccinationFacility or AccountRole.CommuneCommittee;

    /// <summary>Whether a role approves lists.</summary>
    public static bool MayApprove(AccountRole role) => role == AccountRole.CommuneCommittee;

    /// <summary>Whether somebody changes lists of a unit that they see: the committee leaves the station's to the station.</summary>
    public static bool WritesFor(SignedIn me, long unitId) =>
        MayWrite(me.Role) && (unitId == me.UnitId || me.Role == AccountRole.DistrictHealthCentre);

    internal static void AddPolicies(AuthorizationBuilder policies) => policies.AddPolicy(Read, policy => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => SignedIn.Find(context.User) is { } me && MayRead(me.Role)));

    /// <summary>The lists that somebody sees: the own unit's, or all of the own place and below.</summary>
    internal static IQueryable<SurveyList> ListsOf(this PlatformDb db, SignedIn me)
    {
        if (!MayRead(me.Role)) return db.Set<SurveyList>().Where(_ => false);
        if (me.Role is AccountRole.HealthStation or AccountRole.VaccinationFacility)
            return db.Set<SurveyList>().Where(list => list.UnitId == me.UnitId);
        var units = db.Units.Where(unit => unit.Path.StartsWith(me.Path)).Select(unit => unit.Id);
        return db.Set<SurveyList>().Where(list => units.Contains(list.UnitId));
    }
}
