using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Exchange;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;

namespace XacThuc.Bench.Border;

/// <summary>A house that has a border and nothing else; it answers right to everything.</summary>
internal static class BenchHouse
{
    public static async Task<WebApplication> Start(string name, string folder, int port, int partnerPort, bool isSigned)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddDbContextPool<BenchDb>(options => options.UseSqlite($"Data Source={Path.Combine(folder, name)}.db"));
        builder.Services.AddBorder<BenchDb>(new BorderSettings
        {
            House = name,
            Partner = "partner",
            PartnerUrl = new Uri($"http://127.0.0.1:{partnerPort}"),
            Folder = Path.Combine(folder, name),
            IsSample = true,
            Signs = isSigned,
        });
        builder.Services.AddBorderHandler<AuthenticateRecord, RowVerdict, AnswerRight>();
        builder.Services.AddBorderHandler<AuthenticateBatch, BatchVerdicts, AnswerBatch>();
        var app = builder.Build();
        app.MapBorder();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BenchDb>();
            await db.Database.EnsureCreatedAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        }

        await app.StartAsync();
        return app;
    }

    /// <summary>A made-up row.</summary>
    public static WrittenRow Row(int number) => new(
        $"r{number:000000000}", 1, "NGUYỄN VĂN MẪU", "Nam", "01/01/1980", $"0{number % 99:00}080{number % 1_000_000:000000}", "06226");
}

internal sealed class BenchDb(DbContextOptions<BenchDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => BorderTables.Map(modelBuilder);
}

internal sealed class AnswerRight : IBorderHandler<AuthenticateRecord, RowVerdict>
{
    public static RowVerdict Of(WrittenRow row) => new(row.Ref, row.Version, "matched", "right", "right", "right", "right", []);

    public Task<RowVerdict> Answer(BorderCall call, AuthenticateRecord message, CancellationToken stop) =>
        Task.FromResult(Of(message.Row));
}

internal sealed class AnswerBatch : IBorderHandler<AuthenticateBatch, BatchVerdicts>
{
    public Task<BatchVerdicts> Answer(BorderCall call, AuthenticateBatch message, CancellationToken stop) =>
        Task.FromResult(new BatchVerdicts([.. message.Rows.Select(AnswerRight.Of)]));
}
