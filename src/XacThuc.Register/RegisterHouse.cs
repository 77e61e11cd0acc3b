using Microsoft.AspNetCore.Builder;
using XacThuc.Web.Hosting;

namespace XacThuc.Register;

/// <summary>The police house, ready to start.</summary>
public static class RegisterHouse
{
    /// <summary>Builds the house.</summary>
    public static WebApplication Build(HouseSettings settings)
    {
        var builder = HouseHost.NewBuilder<RegisterDb>(settings);
        return builder.BuildHouse();
    }
}
