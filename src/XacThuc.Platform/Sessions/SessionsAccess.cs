using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions;

/// <summary>Who plans sessions and works at their desks: stations and facilities their own; committee and district see them.</summary>
public static class SessionsAccess
{
    /// <summary>Policy of all pages of this folder.</summary>
    public const string Read = "sessions:read";

    /// <summary>Whether a role sees sessions.</summary>
    public static bool MayRead(AccountRole role) => MayVaccinate(role) || role is AccountRole.CommuneCommittee or AccountRole.DistrictHealthCentre;

    /// <summary>Whether a role plans sessions and vaccinates.</summary>
    public static bool MayVaccinate(AccountRole role) => role is AccountRole.HealthStation or AccountRole.VaccinationFacility;

    /// <summary>Whether a role signs the day's results.</summary>
    public static bool MaySign(AccountRole role) => role == AccountRole.CommuneCommittee;

    internal static void AddPolicies(AuthorizationBuilder policies) => policies.AddPolicy(Read, policy => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => SignedIn.Find(context.User) is { } me && MayRead(me.Role)));

    /// <summary>The sessions that somebody sees: the own unit's, or all of the own place and below.</summary>
    internal static IQueryable<VaccinationSession> SessionsOf(this PlatformDb db, SignedIn me)
    {
        if (!MayRead(me.Role)) return db.Set<VaccinationSession>().Where(_ => false);
        if (MayVaccinate(me.Role)) return db.Set<VaccinationSession>().Where(session => session.UnitId == me.UnitId);
        var units = db.Units.Where(unit => unit.Path.StartsWith(me.Path)).Select(unit => unit.Id);
        return db.Set<VaccinationSession>().Where(session => units.Contains(session.UnitId));
    }

    /// <summary>A session, tracked, to be looked at.</summary>
    internal static async Task<Result<VaccinationSession>> FindSession(this PlatformDb db, long id, SignedIn me, CancellationToken stop) =>
        await db.SessionsOf(me).FirstOrDefaultAsync(session => session.Id == id, stop) is { } session ? session : SessionsRefusals.NotThere;

    /// <summary>A session, tracked, that whoever asks works at.</summary>
    internal static async Task<Result<VaccinationSession>> FindOwnSession(this PlatformDb db, long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSession(id, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        return MayVaccinate(me.Role) && session.UnitId == me.UnitId ? session : SessionsRefusals.NotYours;
    }

    /// <summary>Saves a session that was moved; whoever comes second is told.</summary>
    internal static async Task<Result<VaccinationSession>> SaveMoved(this PlatformDb db, VaccinationSession session, Act act, CancellationToken stop) =>
        await db.SaveFirst(act, stop) ? session : SessionsRefusals.Moved;
}
