using Microsoft.AspNetCore.Authorization;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Certificates;

/// <summary>
/// Who does what with certificates: whoever works on a record gives its certificate out; the district's health centre has them issued for all;
/// stations and facilities draw lists of doses up, which committee or head signs.
/// </summary>
public static class CertificatesAccess
{
    /// <summary>Policy of pages about one person's certificate.</summary>
    public const string GiveOut = "certificates:give";

    /// <summary>Policy of pages with figures and lists.</summary>
    public const string Look = "certificates:look";

    /// <summary>Whether a role issues for the people whose records it works on.</summary>
    public static bool MayGiveOut(AccountRole role) => RecordsAccess.RightOf(role) == RecordsRight.Write;

    /// <summary>Whether a role has certificates issued for all people of its place.</summary>
    public static bool MayIssueAll(AccountRole role) => role == AccountRole.DistrictHealthCentre;

    /// <summary>Whether a role draws lists of doses up.</summary>
    public static bool MayDraw(AccountRole role) => role is AccountRole.HealthStation or AccountRole.VaccinationFacility;

    /// <summary>Whether a role signs them: a commune's committee; of a facility its head.</summary>
    public static bool MaySign(AccountRole role) => role is AccountRole.CommuneCommittee or AccountRole.VaccinationFacility;

    /// <summary>Whether a role sees figures and lists.</summary>
    public static bool MayLook(AccountRole role) => RecordsAccess.RightOf(role) >= RecordsRight.Read;

    internal static void AddPolicies(AuthorizationBuilder policies)
    {
        foreach (var (name, may) in (ReadOnlySpan<(string, Func<AccountRole, bool>)>)[(GiveOut, MayGiveOut), (Look, MayLook)])
            policies.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => SignedIn.Find(context.User) is { } me && may(me.Role)));
    }
}
