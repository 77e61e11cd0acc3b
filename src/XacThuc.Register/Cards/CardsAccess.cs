using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Register.Cards;

/// <summary>Who asks for sessions with cards: the police of the place, the district's for all of its communes.</summary>
public static class CardsAccess
{
    /// <summary>Policy of all pages of this folder.</summary>
    public const string Ask = "cards:ask";

    /// <summary>Whether a role asks.</summary>
    public static bool MayAsk(AccountRole role) => role is AccountRole.CommunePolice or AccountRole.DistrictPolice;

    internal static void AddPolicies(AuthorizationBuilder policies) => policies.AddPolicy(Ask, policy => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => SignedIn.Find(context.User) is { } me && MayAsk(me.Role)));

    /// <summary>The communes of somebody's place.</summary>
    internal static IQueryable<Place> CardCommunesOf(this RegisterDb db, SignedIn me) =>
        db.Places.Where(place => place.Level == PlaceLevel.Commune && place.Path.StartsWith(me.Path));

    /// <summary>Requests for communes of somebody's place.</summary>
    internal static IQueryable<CardRequest> CardRequestsOf(this RegisterDb db, SignedIn me)
    {
        var communes = db.CardCommunesOf(me).Select(place => place.Code);
        return db.Set<CardRequest>().Where(request => communes.Contains(request.CommuneCode));
    }
}
