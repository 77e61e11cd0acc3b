using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Sessions.Sign.Remote.Csc;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>Signing at a service as a part of the house.</summary>
public static class RemoteRegistration
{
    /// <summary>Adds it; nothing is asked where the house is connected to no service.</summary>
    public static IServiceCollection AddRemoteSigning(this IServiceCollection services, HouseSettings house)
    {
        var settings = ServiceSettings.Read(house);
        services.AddScoped<AskRemotely>().AddScoped<RemoteTurn>()
            .AddSingleton(services => new RemoteWay(settings, services.GetRequiredService<IDataProtectionProvider>(), services.GetRequiredService<TimeProvider>()));
        return settings is null ? services : services.AddHostedService<RemoteSigning>();
    }
}
