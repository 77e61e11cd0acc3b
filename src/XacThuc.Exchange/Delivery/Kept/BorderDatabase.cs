using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace XacThuc.Exchange.Delivery.Kept;

/// <summary>The house's database, as the border uses it.</summary>
internal sealed class BorderDatabase(Type type, IServiceScopeFactory scopes) : IDisposable
{
    // SQLite has one writer at a time: whoever waits here holds no thread.
    private readonly SemaphoreSlim _turn = new(1);

    public DbContext Of(IServiceProvider scope) => (DbContext)scope.GetRequiredService(type);

    public AsyncServiceScope NewScope() => scopes.CreateAsyncScope();

    public async Task<IDisposable?> TakeTurn(DbContext db, CancellationToken stop)
    {
        if (!db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)) return null;
        await _turn.WaitAsync(stop);
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
