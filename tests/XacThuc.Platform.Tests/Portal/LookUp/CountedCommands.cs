using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace XacThuc.Platform.Tests.Portal.LookUp;

/// <summary>Notes which statements a request runs, for whoever asks with a name for it; what runs beside it is not noted.</summary>
internal sealed class CountedCommands : DbCommandInterceptor, IStartupFilter
{
    public const string Header = "X-Counted";

    private readonly AsyncLocal<ConcurrentQueue<string>?> _now = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _all = new(StringComparer.Ordinal);

    public static void Add(WebApplicationBuilder builder, CountedCommands counted)
    {
        builder.Services.AddSingleton<IStartupFilter>(counted);
        builder.Services.ConfigureDbContext<PlatformDb>(options => options.AddInterceptors(counted));
    }

    public IReadOnlyList<string> Of(string name) => [.. _all[name]];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, go) =>
        {
            if (context.Request.Headers[Header].ToString() is { Length: > 0 } name) _now.Value = _all.GetOrAdd(name, _ => new ConcurrentQueue<string>());
            await go(context);
        });
        next(app);
    };

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _now.Value?.Enqueue(command.CommandText);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _now.Value?.Enqueue(command.CommandText);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }
}
