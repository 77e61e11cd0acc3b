using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Exchange.Delivery.Sending;

namespace XacThuc.Exchange.Tests.Houses;

/// <summary>One house of a pair: real Kestrel on loopback, a real database, able to be stopped and started again.</summary>
internal sealed class TestHouse(string name, string folder, int port, int partnerPort, TestDatabase database) : IAsyncDisposable
{
    private WebApplication? _app;

    public string Folder { get; } = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    public Uri Url { get; } = new($"http://127.0.0.1:{port}");

    public TestClock Clock { get; } = new();

    public Asked Asked { get; } = new();

    /// <summary>Does something with each request before the border sees it; the request ends where it gives false.</summary>
    public Func<HttpContext, Task<bool>>? Before { get; set; }

    /// <summary>Changes the settings of the next start.</summary>
    public Func<BorderSettings, BorderSettings> Set { get; set; } = settings => settings;

    /// <summary>Both houses speak TLS where it is set.</summary>
    public BorderTls? Tls { get; set; }

    public BorderClient Client => _app!.Services.GetRequiredService<BorderClient>();

    public BorderOutbox Outbox => _app!.Services.GetRequiredService<BorderOutbox>();

    public OutboxBell Bell => _app!.Services.GetRequiredService<OutboxBell>();

    public PartnerState Partner => _app!.Services.GetRequiredService<PartnerState>();

    public Task<BorderAnswer<NoteRead>> Tell(Note note, Guid? id = null) =>
        Client.Ask<Note, NoteRead>(note, id ?? Guid.NewGuid(), CancellationToken.None);

    public Task<BorderAnswer<Reply>> Ask(Question question) =>
        Client.Ask<Question, Reply>(question, Guid.NewGuid(), CancellationToken.None);

    public TestDb OpenDb() => database.Open();

    public async Task Start()
    {
        await database.Create();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen =>
        {
            if (Tls is not null) listen.UseBorderTls(Tls);
        }));
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton(Asked);
        builder.Services.AddDbContextPool<TestDb>(database.Use);
        builder.Services.AddBorder<TestDb>(Set(new BorderSettings
        {
            House = name,
            Partner = "partner",
            PartnerUrl = new Uri($"{(Tls is null ? "http" : "https")}://127.0.0.1:{partnerPort}"),
            Folder = Folder,
            Tls = Tls,
            IsSample = true,
            BreakTime = TimeSpan.FromMilliseconds(500),
        }));
        builder.Services.AddBorderHandler<Note, NoteRead, TellNote>().AddBorderHandler<Question, Reply, AnswerQuestion>();
        builder.Services.AddBorderAnswerHandler<Note, NoteRead, NoteAnswers>();
        _app = builder.Build();
        _app.Use(async (http, next) =>
        {
            if (Before is null || await Before(http)) await next(http);
        });
        _app.MapBorder();
        await _app.StartAsync();
    }

    public async Task Stop()
    {
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await database.Drop();
    }
}
