using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Lists.Registered;

/// <summary>Who sees whoever registered by themselves: station and committee those of their commune, the district's centre all.</summary>
internal static class RegisteredReach
{
    /// <summary>Whether a role works on registrations.</summary>
    public static bool MayTake(AccountRole role) => role is AccountRole.HealthStation or AccountRole.CommuneCommittee or AccountRole.DistrictHealthCentre;

    /// <summary>Registrations of somebody's communes.</summary>
    public static IQueryable<OwnRegistration> RegisteredFor(this PlatformDb db, SignedIn me)
    {
        if (!MayTake(me.Role)) return db.Set<OwnRegistration>().Where(_ => false);
        var communes = db.Units.Where(unit => unit.Path.StartsWith(me.Path)).Select(unit => unit.PlaceCode);
        return db.Set<OwnRegistration>().Where(own => communes.Contains(own.CommuneCode));
    }

    /// <summary>Those who wait for a list.</summary>
    public static IQueryable<OwnRegistration> WaitingFor(this PlatformDb db, SignedIn me) =>
        db.RegisteredFor(me).Where(own => own.State == RegisteredState.Waiting);

    /// <summary>Open lists that somebody may put people on.</summary>
    public static async Task<IReadOnlyList<SurveyList>> OpenListsFor(this PlatformDb db, SignedIn me, CancellationToken stop)
    {
        var lists = await db.ListsOf(me).AsNoTracking()
            .Where(list => list.State == ListState.Draft || list.State == ListState.Sent || list.State == ListState.Verified)
            .OrderByDescending(list => list.Id).Take(200).ToListAsync(stop);
        return [.. lists.Where(list => ListsAccess.WritesFor(me, list.UnitId))];
    }
}
