using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using XacThuc.Web.Data;

namespace XacThuc.Web.Audit;

/// <summary>Seals new entries into the chain, every half second.</summary>
internal sealed partial class AuditSealing(IServiceProvider services, TimeProvider time, ILogger<AuditSealing> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using (var scope = services.CreateAsyncScope())
                {
                    var db = scope.ServiceProvider.GetRequiredService<HouseDb>();
                    while (await AuditChain.Seal(db, stoppingToken) > 0)
                    {
                    }
                }

                await Task.Delay(TimeSpan.FromMilliseconds(500), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // What could not be sealed is sealed the next time; another node may have done it.
            catch (Exception away)
#pragma warning restore CA1031
            {
                NotSealed(away);
                await Task.Delay(TimeSpan.FromSeconds(2), time, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Audit entries could not be sealed; trying again.")]
    private partial void NotSealed(Exception away);
}

/// <summary>Registers the audit.</summary>
public static class AuditRegistration
{
    /// <summary>Seals the audit in the background.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddHostedService<AuditSealing>();
}
