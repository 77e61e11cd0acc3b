using Microsoft.AspNetCore.Authorization;
using XacThuc.Web.Accounts;

namespace XacThuc.Register.Cases;

/// <summary>Who may work on cases: the police of the place. Whoever runs the house sees none of them.</summary>
public static class CasesAccess
{
    /// <summary>Policy of all pages of this folder.</summary>
    public const string Decide = "cases:decide";

    /// <summary>Whether a role works on cases.</summary>
    public static bool MayDecide(AccountRole role) => role is AccountRole.CommunePolice or AccountRole.DistrictPolice;

    internal static void AddPolicies(AuthorizationBuilder policies) => policies.AddPolicy(Decide, policy => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => SignedIn.Find(context.User) is { } me && MayDecide(me.Role)));
}
