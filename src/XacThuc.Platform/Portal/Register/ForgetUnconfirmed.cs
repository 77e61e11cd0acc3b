using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.LookUp;

namespace XacThuc.Platform.Portal.Register;

/// <summary>Forgets forms whose phone nobody confirmed, look-ups and codes, after a day.</summary>
internal sealed partial class ForgetUnconfirmed(IServiceScopeFactory scopes, TimeProvider time, ILogger<ForgetUnconfirmed> log) : BackgroundService
{
    /// <summary>How long they are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Forgets.</summary>
    public static async Task<int> Run(PlatformDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = now - Kept;
        await db.Set<PhoneCode>().Where(code => code.At < before).ExecuteDeleteAsync(stop);
        await db.Set<LookTicket>().Where(look => look.At < before).ExecuteDeleteAsync(stop);
        return await db.Set<OwnRegistration>().Where(own => own.State == RegisteredState.Unconfirmed && own.At < before).ExecuteDeleteAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(TimeSpan.FromMinutes(10), time, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await Run(scope.ServiceProvider.GetRequiredService<PlatformDb>(), time.GetUtcNow(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that went away comes back; the next round forgets.
            catch (Exception away)
#pragma warning restore CA1031
            {
                CannotReach(away.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Forms that nobody confirmed cannot be forgotten now ({Why}).")]
    private partial void CannotReach(string why);
}

/// <summary>Finds registrations by their ticket.</summary>
internal static class TicketReach
{
    /// <summary>One whose phone is not confirmed, tracked; a day long.</summary>
    public static Task<OwnRegistration?> FindUnconfirmed(this PlatformDb db, Guid ticket, DateTimeOffset now, CancellationToken stop)
    {
        var since = now - ForgetUnconfirmed.Kept;
        return db.Set<OwnRegistration>().FirstOrDefaultAsync(own => own.Ticket == ticket && own.State == RegisteredState.Unconfirmed && own.At > since, stop);
    }
}
