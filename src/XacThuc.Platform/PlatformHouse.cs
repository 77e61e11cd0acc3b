using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Campaigns;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.CheckPoints;
using XacThuc.Platform.Cleaning;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Feedback;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Portal.VNeId;
using XacThuc.Platform.Records;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Sessions.Sign.Remote;
using XacThuc.Platform.Signed;
using XacThuc.Platform.Verifier;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform;

/// <summary>The health house, ready to start.</summary>
public static class PlatformHouse
{
    /// <summary>Builds the house.</summary>
    /// <param name="settings">How it is set up.</param>
    /// <param name="more">What else is added, before it is built.</param>
    public static WebApplication Build(HouseSettings settings, Action<WebApplicationBuilder>? more = null)
    {
        var builder = HouseHost.NewBuilder<PlatformDb>(settings);
        builder.Services.AddBorder<PlatformDb>(new BorderSettings
        {
            House = "platform",
            Partner = "register",
            PartnerUrl = settings.PartnerUrl,
            Folder = settings.Folder,
            IsSample = settings.IsSample,
            Signs = settings.SignsBorder,
            Tls = settings.BorderTls,
        });
        builder.Services.AddRecords().AddRuns().AddCleaning().AddLists().AddSessions().AddRemoteSigning(settings).AddDoses().AddMessages(settings)
            .AddPortal(settings).AddFeedback().AddCampaigns(settings).AddCertificates(settings).AddCheckPoints(settings).AddScoped<CheckSigned>().AddSingleton<DocumentTrust>();
        more?.Invoke(builder);
        var app = builder.BuildHouse();
        app.MapBorder();
        app.MapRecords();
        app.MapRuns();
        app.MapDoses();
        app.MapFeedback();
        app.MapCampaigns();
        app.MapCertificates();
        app.MapCheckPoints();
        app.MapVNeId();
        app.MapVerifier();
        return app;
    }
}
