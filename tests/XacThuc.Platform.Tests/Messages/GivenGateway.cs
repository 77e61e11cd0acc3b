using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace XacThuc.Platform.Tests.Messages;

/// <summary>What a gateway was asked.</summary>
internal sealed record Asked(string Authorization, string KeyHeader, IReadOnlyDictionary<string, string> Fields);

/// <summary>The provider's SMS gateway: a server that answers as it is told, and delivers each key once.</summary>
internal sealed class GivenGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GivenGateway(WebApplication app) => _app = app;

    /// <summary>All that it was asked, in order.</summary>
    public ConcurrentQueue<Asked> All { get; } = new();

    /// <summary>Texts delivered, by key.</summary>
    public ConcurrentDictionary<string, string> Delivered { get; } = new(StringComparer.Ordinal);

    /// <summary>How it answers the nth request, from 1; it has delivered the message already.</summary>
    public Func<int, HttpContext, Task> Answers { get; set; } = (_, _) => Task.CompletedTask;

    public string Settings(string more = "") => $$"""
        {
          "channel": "gateway",
          "gateway": {
            "address": "{{_app.Urls.First()}}/v1/send", "token": "s3cret-token", "phoneField": "msisdn", "textField": "content",
            "keyField": "clientId", "more": { "brandname": "TYT CAO LOC" }{{more}}
          }
        }
        """;

    public static async Task<GivenGateway> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var app = builder.Build();
        var gateway = new GivenGateway(app);
        app.MapPost("/v1/send", gateway.Take);
        await app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        var fields = (await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(context.Request.Body))!;
        All.Enqueue(new Asked(context.Request.Headers.Authorization.ToString(), context.Request.Headers["Idempotency-Key"].ToString(), fields));
        Delivered.TryAdd(fields["clientId"], fields["content"]);
        await Answers(All.Count, context);
    }
}
