using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Register.Verification;

/// <summary>
/// Who works on lists: the police of the place verify, and the commune police sign and hand over (dispatches 8938, 2262).
/// The district helps with verifying and gives second looks; whoever runs the house sees none of them.
/// </summary>
public static class VerificationAccess
{
    /// <summary>Policy of all pages of this folder.</summary>
    public const string Verify = "lists:verify";

    /// <summary>Whether a role verifies rows.</summary>
    public static bool MayVerify(AccountRole role) => role is AccountRole.CommunePolice or AccountRole.DistrictPolice;

    /// <summary>Whether a role signs, or gives back.</summary>
    public static bool MaySign(AccountRole role) => role == AccountRole.CommunePolice;

    internal static void AddPolicies(AuthorizationBuilder policies) => policies.AddPolicy(Verify, policy => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => SignedIn.Find(context.User) is { } me && MayVerify(me.Role)));

    /// <summary>The lists of residents of somebody's place.</summary>
    internal static IQueryable<VerificationList> ListsOf(this RegisterDb db, SignedIn me)
    {
        var communes = db.Places.Where(place => place.Level == PlaceLevel.Commune && place.Path.StartsWith(me.Path)).Select(place => place.Code);
        return db.Set<VerificationList>().Where(list => communes.Contains(list.CommuneCode));
    }

    /// <summary>Those of some rows that need a second look and have not had one.</summary>
    internal static IQueryable<VerificationRow> Unlooked(this IQueryable<VerificationRow> rows) =>
        rows.Where(row => row.Verdict != null && row.Verdict != LineVerdict.Confirmed && row.LookedAtAt == null);

    /// <summary>Those of some lists that wait for somebody's second look: rows that another decided.</summary>
    internal static IQueryable<VerificationList> ToLookAtBy(this IQueryable<VerificationList> lists, RegisterDb db, SignedIn me) =>
        lists.Where(list => list.State == ListState.SecondLook && db.Set<VerificationRow>().Any(
            row => row.ListId == list.Id && row.Verdict != LineVerdict.Confirmed && row.LookedAtAt == null && row.DecidedBy != me.Name));
}
