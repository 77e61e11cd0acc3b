using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Feedback;

/// <summary>
/// Who answers citizens: stations and facilities what came to them; the district's health centre what came to it, what was
/// escalated to it, and whatever else of its place it opens. Who sees how units keep up: the district's centre and office.
/// </summary>
public static class FeedbackAccess
{
    /// <summary>Policy of the pages on which cases are answered.</summary>
    public const string Review = "feedback:review";

    /// <summary>Policy of the page of figures.</summary>
    public const string Oversee = "feedback:oversee";

    /// <summary>Whether a role answers.</summary>
    public static bool MayReview(AccountRole role) =>
        role is AccountRole.HealthStation or AccountRole.VaccinationFacility or AccountRole.DistrictHealthCentre;

    /// <summary>Whether a role sees the figures of all units of its place.</summary>
    public static bool MayOversee(AccountRole role) => role is AccountRole.DistrictHealthCentre or AccountRole.DistrictOffice;

    internal static void AddPolicies(AuthorizationBuilder policies) => policies
        .AddPolicy(Review, policy => policy.RequireAuthenticatedUser()
            .RequireAssertion(context => SignedIn.Find(context.User) is { } me && MayReview(me.Role)))
        .AddPolicy(Oversee, policy => policy.RequireAuthenticatedUser()
            .RequireAssertion(context => SignedIn.Find(context.User) is { } me && MayOversee(me.Role)));

    /// <summary>Cases that somebody may open: those of the own unit, or of all units of the own place and below.</summary>
    internal static IQueryable<FeedbackCase> CasesOf(this PlatformDb db, SignedIn me)
    {
        var confirmed = db.Set<FeedbackCase>().Where(one => one.State != FeedbackState.Unconfirmed);
        if (!MayReview(me.Role)) return confirmed.Where(_ => false);
        if (me.Role != AccountRole.DistrictHealthCentre) return confirmed.Where(one => one.UnitId == me.UnitId);
        var units = db.Units.Where(unit => unit.Path.StartsWith(me.Path)).Select(unit => (long?)unit.Id);
        return confirmed.Where(one => one.UnitId == null || units.Contains(one.UnitId));
    }

    /// <summary>Cases that somebody is to work off: the own unit's, and what was escalated to the district.</summary>
    internal static IQueryable<FeedbackCase> WorkOf(this PlatformDb db, SignedIn me)
    {
        var cases = db.CasesOf(me);
        return me.Role == AccountRole.DistrictHealthCentre
            ? cases.Where(one => one.UnitId == me.UnitId || one.UnitId == null || one.Level >= FeedbackLevel.District)
            : cases;
    }
}
