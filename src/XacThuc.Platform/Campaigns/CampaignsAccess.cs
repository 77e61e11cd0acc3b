using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Campaigns;

/// <summary>
/// Who does what in campaigns: the district's operator writes and runs them and sees counts; the district follows them; stations and
/// facilities, which may see their own people, print letters. No page for the operator names anybody (decision 0032).
/// </summary>
public static class CampaignsAccess
{
    /// <summary>Policy of pages that write, approve and stop.</summary>
    public const string Run = "campaigns:run";

    /// <summary>Policy of pages with counts.</summary>
    public const string Look = "campaigns:look";

    /// <summary>Policy of the pages with letters, which name people.</summary>
    public const string Letters = "campaigns:letters";

    /// <summary>Policy of what is read out or put up, which names nobody.</summary>
    public const string Print = "campaigns:print";

    /// <summary>Whether a role runs campaigns.</summary>
    public static bool MayRun(AccountRole role) => role == AccountRole.DistrictOperator;

    /// <summary>Whether a role sees how they go.</summary>
    public static bool MayLook(AccountRole role) => MayRun(role) || role is AccountRole.DistrictHealthCentre or AccountRole.DistrictOffice;

    /// <summary>Whether a role prints letters to people whose records it works on.</summary>
    public static bool MayPrintLetters(AccountRole role) => role is AccountRole.HealthStation or AccountRole.VaccinationFacility;

    /// <summary>Whether a role prints what is read out or put up.</summary>
    public static bool MayPrint(AccountRole role) => MayLook(role) || MayPrintLetters(role) || role == AccountRole.CommuneCommittee;

    internal static void AddPolicies(AuthorizationBuilder policies)
    {
        foreach (var (name, may) in (ReadOnlySpan<(string, Func<AccountRole, bool>)>)[(Run, MayRun), (Look, MayLook), (Letters, MayPrintLetters), (Print, MayPrint)])
            policies.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => SignedIn.Find(context.User) is { } me && may(me.Role)));
    }

    /// <summary>Campaigns that somebody sees: those of the own place and below; whoever prints, those of places above that have begun.</summary>
    internal static IQueryable<Campaign> CampaignsOf(this PlatformDb db, SignedIn me)
    {
        var path = me.Path;
        if (MayLook(me.Role)) return db.Set<Campaign>().Where(one => one.Path.StartsWith(path));
        return MayPrint(me.Role)
            ? db.Set<Campaign>().Where(one => path.StartsWith(one.Path) && (one.State == CampaignState.Running || one.State == CampaignState.Done))
            : db.Set<Campaign>().Where(_ => false);
    }

    /// <summary>One of them, tracked.</summary>
    internal static async Task<Result<Campaign>> FindCampaign(this PlatformDb db, long id, SignedIn me, CancellationToken stop) =>
        await db.CampaignsOf(me).FirstOrDefaultAsync(one => one.Id == id, stop) is { } one ? one : CampaignsRefusals.NotThere;

    /// <summary>One of them, tracked, that somebody may change.</summary>
    internal static async Task<Result<Campaign>> FindOwnCampaign(this PlatformDb db, long id, SignedIn me, CancellationToken stop) =>
        MayRun(me.Role) ? await db.FindCampaign(id, me, stop) : CampaignsRefusals.NotThere;
}
