using Microsoft.AspNetCore.Builder;
using XacThuc.Register.Authentication;
using XacThuc.Register.Cases;
using XacThuc.Register.Population;
using XacThuc.Web.Hosting;

namespace XacThuc.Register;

/// <summary>The police house, ready to start.</summary>
public static class RegisterHouse
{
    /// <summary>Builds the house.</summary>
    public static WebApplication Build(HouseSettings settings)
    {
        var builder = HouseHost.NewBuilder<RegisterDb>(settings);
        builder.Services.AddPopulation().AddRecordAuthentication().AddCases();
        var app = builder.BuildHouse();
        app.MapPopulation().MapRecordAuthentication();
        return app;
    }
}
