using Microsoft.Extensions.DependencyInjection;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Register.Cases.Correct;
using XacThuc.Register.Cases.Decide;
using XacThuc.Register.Cases.SecondLook;
using XacThuc.Register.Population.Index;
using XacThuc.Web.Accounts;
using XacThuc.Web.Jobs;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Cases;

/// <summary>Registers the work on cases.</summary>
internal static class CasesRegistration
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        CasesAccess.AddPolicies(services.AddAuthorizationBuilder());
        return services
            .AddSingleton<RegisterSuggestions>().AddHostedService<SuggestionsFollowing>()
            .AddScoped<Candidates>().AddScoped<DecideCase>().AddScoped<UndoDecision>()
            .AddScoped<BulkCandidates>().AddScoped<ProposeBulk>().AddScoped<LookAtProposal>()
            .AddJob<ReleaseProposed>(new("Gửi nhóm hồ sơ đã duyệt", "Release of an approved group"), (me, _) => CasesAccess.MayDecide(me.Role))
            .AddScoped<ProposeCorrection>().AddScoped<LookAtCorrection>()
            .AddToday<CasesToday>()
            .AddNav(new NavEntry(
                [AccountRole.CommunePolice, AccountRole.DistrictPolice], "/cases", new("Hồ sơ sai", "Wrong records"), "users"));
    }
}
