using Microsoft.AspNetCore.Builder;
using XacThuc.Exchange;
using XacThuc.Register.Authentication;
using XacThuc.Register.Authentication.Guessing.Look;
using XacThuc.Register.Cards;
using XacThuc.Register.Cases;
using XacThuc.Register.Identity;
using XacThuc.Register.Population;
using XacThuc.Register.Verification;
using XacThuc.Web.Hosting;

namespace XacThuc.Register;

/// <summary>The police house, ready to start.</summary>
public static class RegisterHouse
{
    /// <summary>Builds the house.</summary>
    /// <param name="settings">How it is set up.</param>
    /// <param name="more">What else is added, before it is built.</param>
    public static WebApplication Build(HouseSettings settings, Action<WebApplicationBuilder>? more = null)
    {
        var builder = HouseHost.NewBuilder<RegisterDb>(settings);
        builder.Services.AddBorder<RegisterDb>(new BorderSettings
        {
            House = "register",
            Partner = "platform",
            PartnerUrl = settings.PartnerUrl,
            Folder = settings.Folder,
            IsSample = settings.IsSample,
            Signs = settings.SignsBorder,
            Tls = settings.BorderTls,
        });
        builder.Services.AddPopulation().AddRecordAuthentication().AddCases().AddGuessingPages().AddVerification().AddCards().AddIdentity(settings);
        more?.Invoke(builder);
        var app = builder.BuildHouse();
        app.MapBorder();
        app.MapPopulation().MapRecordAuthentication().MapIdentity();
        return app;
    }
}
