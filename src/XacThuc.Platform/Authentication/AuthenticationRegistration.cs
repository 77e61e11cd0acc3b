using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Authentication.Results;
using XacThuc.Platform.Authentication.Run;
using XacThuc.Platform.Authentication.Single;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Clients;
using XacThuc.Web.Jobs;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Authentication;

/// <summary>Authentication as a part of the house.</summary>
public static class AuthenticationRegistration
{
    private static readonly AccountRole[] Seers =
        [.. Enum.GetValues<AccountRole>().Where(role => RecordsAccess.RightOf(role) >= RecordsRight.Figures)];

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddNav(new NavEntry(Seers, "/authentication", new("Xác thực", "Authentication"), "shield-check"))
        .AddJob<AuthenticateRun>(new("Xác thực hàng loạt", "Authentication run"), RecordsAccess.WritesFor, scope: ApiScopes.Runs).AddScoped<AskPartner>().AddScoped<StartRun>()
        .AddScoped<AuthenticateOne>().AddScoped<ApplyDecisions>()
        .AddBorderHandler<DecisionMade, Receipt, ReceiveDecision>()
        .AddBorderHandler<RecordsToAuthenticateAgain, Receipt, ReceiveAgain>();

    /// <summary>Maps its addresses that are no pages.</summary>
    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        RunApi.Map(app);
        ResultsApi.Map(app);
    }
}
