using Microsoft.AspNetCore.Builder;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform;

/// <summary>The health house, ready to start.</summary>
public static class PlatformHouse
{
    /// <summary>Builds the house.</summary>
    public static WebApplication Build(HouseSettings settings)
    {
        var builder = HouseHost.NewBuilder<PlatformDb>(settings);
        return builder.BuildHouse();
    }
}
