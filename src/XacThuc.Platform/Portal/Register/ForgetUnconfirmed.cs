using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.LookUp;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Portal.Register;

/// <summary>Forgets forms whose phone nobody confirmed, look-ups and codes, after a day.</summary>
internal sealed class ForgetUnconfirmed(IServiceScopeFactory scopes, TimeProvider time, ILogger<ForgetUnconfirmed> log)
    : RepeatedWork(scopes, TimeSpan.FromMinutes(10), time, log)
{
    /// <summary>How long they are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly TimeProvider _time = time;

    /// <summary>Forgets.</summary>
    public static async Task<int> Run(PlatformDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = now - Kept;
        await db.Set<PhoneCode>().Where(code => code.At < before).ExecuteDeleteAsync(stop);
        await db.Set<LookTicket>().Where(look => look.At < before).ExecuteDeleteAsync(stop);
        return await db.Set<OwnRegistration>().Where(own => own.State == RegisteredState.Unconfirmed && own.At < before).ExecuteDeleteAsync(stop);
    }

    protected override Task Run(IServiceProvider services, CancellationToken stop) => Run(services.GetRequiredService<PlatformDb>(), _time.GetUtcNow(), stop);
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
