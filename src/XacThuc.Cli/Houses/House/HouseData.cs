using Microsoft.Extensions.DependencyInjection;
using XacThuc.Cli.Houses.Run;
using XacThuc.Platform;
using XacThuc.Register;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.House;

/// <summary>A house's database, for a command that works on it while the house is served or not.</summary>
internal sealed class HouseData : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private HouseData(ServiceProvider services)
    {
        _services = services;
        _scope = services.CreateAsyncScope();
        Db = _scope.ServiceProvider.GetRequiredService<HouseDb>();
    }

    public HouseDb Db { get; }

    public static HouseData Open(string data, HouseKind house, string? postgres)
    {
        var services = new ServiceCollection();
        var database = HousePlaces.Database(data, postgres, house);
        _ = house switch
        {
            HouseKind.Platform => services.AddHouseDb<PlatformDb>(database),
            HouseKind.Register => services.AddHouseDb<RegisterDb>(database),
        };
        return new HouseData(services.BuildServiceProvider());
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}
