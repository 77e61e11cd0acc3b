using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Certificates.Follow;

/// <summary>Looks every few seconds whose certificate is due.</summary>
internal sealed class FollowHours(IServiceScopeFactory scopes, TimeProvider time, ILogger<FollowHours> log) : RepeatedWork(scopes, TimeSpan.FromSeconds(5), time, log)
{
    protected override async Task Run(IServiceProvider services, CancellationToken stop)
    {
        var follow = services.GetRequiredService<FollowChanges>();
        while (await follow.Run(stop) > 0)
        {
        }
    }
}
