using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Campaigns.Mail;
using XacThuc.Platform.Campaigns.News;
using XacThuc.Platform.Campaigns.Print;
using XacThuc.Platform.Campaigns.Public;
using XacThuc.Platform.Campaigns.Run;
using XacThuc.Platform.Campaigns.Stops;
using XacThuc.Platform.Campaigns.Write;
using XacThuc.Web.Accounts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns;

/// <summary>Campaigns and announcements as a part of the house; what citizens open of them is for everybody.</summary>
public static class CampaignsRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCampaigns(this IServiceCollection services, HouseSettings house)
    {
        CampaignsAccess.AddPolicies(services.AddAuthorizationBuilder());
        AccountRole[] readers = [.. Enum.GetValues<AccountRole>().Where(CampaignsAccess.MayPrint)];
        return services
            .AddNav(new NavEntry(readers, "/campaigns", new("Chiến dịch", "Campaigns"), "send") { Place = 1 })
            .AddToday<CampaignsToday>()
            .AddSingleton(MailSettings.Read(house)).AddScoped<SendUnitMail>()
            .AddScoped<WriteCampaign>().AddScoped<StartCampaign>().AddScoped<PrintedCampaign>()
            .AddScoped<PhoneStops>().AddScoped<NewsBoard>()
            .AddScoped<CountPeople>().AddScoped<TellPeople>().AddScoped<StepCampaign>().AddHostedService<CampaignHours>()
            .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AllowAnonymousToFolder("/Campaigns/Public"));
    }

    /// <summary>Maps what is no page.</summary>
    public static void MapCampaigns(this IEndpointRouteBuilder app) => OpenedWays.Map(app);
}
