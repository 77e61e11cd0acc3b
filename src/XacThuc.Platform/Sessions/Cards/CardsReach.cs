using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Sessions.Cards;

/// <summary>Whose requests somebody sees and answers: the station those of its communes; committee and district see them.</summary>
internal static class CardsReach
{
    /// <summary>Whether a role answers them.</summary>
    public static bool MayAnswer(AccountRole role) => role == AccountRole.HealthStation;

    /// <summary>Requests about communes of somebody's place.</summary>
    public static IQueryable<CardRequest> CardRequestsOf(this PlatformDb db, SignedIn me)
    {
        if (!SessionsAccess.MayRead(me.Role) || me.Role == AccountRole.VaccinationFacility) return db.Set<CardRequest>().Where(_ => false);
        var communes = db.Places.Where(place => place.Level == PlaceLevel.Commune && place.Path.StartsWith(me.Path)).Select(place => place.Code);
        return db.Set<CardRequest>().Where(request => communes.Contains(request.CommuneCode));
    }

    /// <summary>Those among requests that wait and whose days are not over.</summary>
    public static IQueryable<CardRequest> Waiting(this IQueryable<CardRequest> requests, DateOnly today) =>
        requests.Where(request => request.State == CardRequestState.Open && request.To >= today);
}
