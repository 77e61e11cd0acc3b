using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.CheckPoints.Bring;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Platform.CheckPoints.Erase;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Protection;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.CheckPoints.Status;
using XacThuc.Platform.CheckPoints.Trace;
using XacThuc.Web.Accounts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.CheckPoints;

/// <summary>Check points as a part of the house: pages for staff, and what guards' devices ask.</summary>
public static class CheckPointsRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCheckPoints(this IServiceCollection services, HouseSettings house)
    {
        CheckPointsAccess.AddPolicies(services.AddAuthorizationBuilder());
        AccountRole[] lookers = [.. Enum.GetValues<AccountRole>().Where(CheckPointsAccess.MayLook)];
        return services
            .AddNav(new NavEntry(lookers, "/check-points", new("Điểm kiểm soát", "Check points"), "qrcode") { Place = 1 }).AddToday<CheckPointsToday>()
            .AddSingleton(CheckPointsSettings.Read(house)).AddSingleton<PersonCover>().AddSingleton<DeviceLimits>().AddSingleton<DeviceMeters>()
            .AddScoped<WritePlace>().AddScoped<ReadPlaces>().AddScoped<BringPlaces>().AddScoped<EnrolDevice>().AddScoped<DeviceDoor>().AddSingleton<ScanLine>().AddScoped<TakeScans>().AddScoped<FindStatus>()
            .AddScoped<EraseScans>().AddHostedService<EraseHours>().AddScoped<AskTrace>().AddScoped<FindTraced>();
    }

    /// <summary>Maps what devices ask.</summary>
    public static void MapCheckPoints(this IEndpointRouteBuilder app)
    {
        DevicesApi.Map(app);
        ScansApi.Map(app);
        StatusApi.Map(app);
    }
}
