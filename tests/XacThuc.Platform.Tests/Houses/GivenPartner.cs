using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Exchange;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;
using XacThuc.Testing.Houses;

namespace XacThuc.Platform.Tests.Houses;

/// <summary>
/// The other side of the border: a house with the real border and the smallest rule. A record without a number is
/// unauthenticated; one whose name holds X is wrong in its name, one whose name holds W is stopped; all others are right.
/// </summary>
internal sealed class GivenPartner : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("xacthuc-partner-").FullName;
    private WebApplication? _app;

    private GivenPartner()
    {
    }

    /// <summary>Where it listens, once it is open.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Take()}");

    /// <summary>Where the health house is to listen, so that it can be told things.</summary>
    public Uri Platform { get; } = new($"http://127.0.0.1:{FreePort.Take()}");

    public string Folder => _folder;

    /// <summary>Cleaning lists that came, part by part.</summary>
    public ConcurrentQueue<CleaningListSent> Lists { get; } = new();

    /// <summary>Lists of people to be vaccinated that came, part by part.</summary>
    public ConcurrentQueue<SurveyListSent> Surveys { get; } = new();

    /// <summary>Answers to requests for sessions with cards that came.</summary>
    public ConcurrentQueue<CardRequestAnswered> Cards { get; } = new();

    /// <summary>The police house's seal.</summary>
    public HouseSeal Seal => _app!.Services.GetRequiredService<HouseSeal>();

    /// <summary>A partner that is away.</summary>
    public static GivenPartner Closed() => new();

    public static async Task<GivenPartner> Open()
    {
        var partner = Closed();
        await partner.ComeBack();
        return partner;
    }

    /// <summary>Opens the house, whose keys the health house knows since it was started.</summary>
    public async Task ComeBack()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddDbContext<PartnerDb>(options => options.UseSqlite($"Data Source={Path.Combine(_folder, "partner.db")}"));
        builder.Services.AddBorder<PartnerDb>(new BorderSettings
        {
            House = "register",
            Partner = "platform",
            PartnerUrl = Platform,
            Folder = _folder,
            IsSample = true,
        });
        builder.Services.AddSingleton(Lists).AddSingleton(Surveys).AddSingleton(Cards);
        builder.Services.AddBorderHandler<AuthenticateBatch, BatchVerdicts, Batch>()
            .AddBorderHandler<CleaningListSent, Receipt, Cleaning>().AddBorderHandler<SurveyListSent, Receipt, Survey>()
            .AddBorderHandler<AuthenticateRecord, RowVerdict, One>().AddBorderHandler<CardRequestAnswered, Receipt, CardAnswer>();
        _app = builder.Build();
        _app.MapBorder();
        await using (var scope = _app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PartnerDb>().Database.EnsureCreatedAsync();
        await _app.StartAsync();
    }

    /// <summary>Tells the health side something.</summary>
    public async Task<TAnswer> Tell<TMessage, TAnswer>(TMessage message) where TMessage : class, IBorderMessage<TAnswer>
    {
        var answer = await _app!.Services.GetRequiredService<BorderClient>()
            .Ask<TMessage, TAnswer>(message, Guid.NewGuid(), CancellationToken.None);
        return answer.Match(
            answered => answered,
            (code, _) => throw new InvalidOperationException(code),
            sentence => throw new InvalidOperationException(sentence.En));
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static RowVerdict Judge(WrittenRow row) => row switch
    {
        { IdNumber: "" } => new(row.Ref, row.Version, "unauthenticated", "not_compared", "not_compared", "not_compared", "missing", ["id.missing"]),
        _ when row.FullName.Contains('W', StringComparison.Ordinal) =>
            new(row.Ref, row.Version, "unauthenticated", "not_compared", "not_compared", "not_compared", "not_compared", ["guessing.record"]),
        _ when row.FullName.Contains('X', StringComparison.Ordinal) =>
            new(row.Ref, row.Version, "mismatched", "wrong", "right", "right", "right", ["name.letter"]),
        _ => new(row.Ref, row.Version, "matched", "right", "right", "right", "right", []),
    };

    private sealed class Batch : IBorderHandler<AuthenticateBatch, BatchVerdicts>
    {
        public Task<BatchVerdicts> Answer(BorderCall call, AuthenticateBatch message, CancellationToken stop) =>
            Task.FromResult(new BatchVerdicts([.. message.Rows.Select(Judge)]));
    }

    private sealed class Cleaning(ConcurrentQueue<CleaningListSent> lists) : IBorderHandler<CleaningListSent, Receipt>
    {
        public Task<Receipt> Answer(BorderCall call, CleaningListSent message, CancellationToken stop)
        {
            lists.Enqueue(message);
            return Task.FromResult(new Receipt());
        }
    }

    private sealed class Survey(ConcurrentQueue<SurveyListSent> lists) : IBorderHandler<SurveyListSent, Receipt>
    {
        public Task<Receipt> Answer(BorderCall call, SurveyListSent message, CancellationToken stop)
        {
            lists.Enqueue(message);
            return Task.FromResult(new Receipt());
        }
    }

    private sealed class CardAnswer(ConcurrentQueue<CardRequestAnswered> answers) : IBorderHandler<CardRequestAnswered, Receipt>
    {
        public Task<Receipt> Answer(BorderCall call, CardRequestAnswered message, CancellationToken stop)
        {
            answers.Enqueue(message);
            return Task.FromResult(new Receipt());
        }
    }

    private sealed class One : IBorderHandler<AuthenticateRecord, RowVerdict>
    {
        public Task<RowVerdict> Answer(BorderCall call, AuthenticateRecord message, CancellationToken stop) =>
            Task.FromResult(Judge(message.Row));
    }
}

/// <summary>What the partner keeps.</summary>
internal sealed class PartnerDb(DbContextOptions<PartnerDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => BorderTables.Map(modelBuilder);
}
