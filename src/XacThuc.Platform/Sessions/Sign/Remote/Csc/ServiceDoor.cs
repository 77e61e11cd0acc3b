using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace XacThuc.Platform.Sessions.Sign.Remote.Csc;

/// <summary>
/// Asks a service over HTTP, let in by a token that is fetched when needed. Words of the service never leave this room:
/// they may name the signer.
/// </summary>
internal sealed class ServiceDoor(ServiceSettings settings, TimeProvider time) : IDisposable
{
    private const int MostAnswer = 256 * 1024;
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    });

    private volatile ServiceToken? _token;

    /// <summary>How long an answer may take where nobody has to confirm.</summary>
    private TimeSpan Prompt => TimeSpan.FromSeconds(settings.TimeoutSeconds);

    /// <summary>Asks one thing.</summary>
    /// <param name="method">Which, as the standard names it.</param>
    /// <param name="body">What it is told.</param>
    /// <param name="atMost">How long it may take; as configured where nothing is said.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Answer<Reply>> Ask(string method, JsonObject body, TimeSpan? atMost, CancellationToken stop)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var (token, problem) = await Enter(stop);
            if (token is null) return problem;
            using var request = RequestOf(new Uri(settings.Address, method), new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
            var answer = await Send(request, method, atMost ?? Prompt, stop);

            // A service that was started again knows its old tokens no more.
            if (!isFirst || answer.Problem != RemoteProblem.NotLetIn) return answer;
            _token = null;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _fetching.Dispose();
    }

    private async Task<(ServiceToken? Token, RemoteProblem Problem)> Enter(CancellationToken stop)
    {
        await _fetching.WaitAsync(stop);
        try
        {
            if (_token is { } known && known.Until > time.GetUtcNow()) return (known, RemoteProblem.None);
            using var request = LetIn();
            if (!(await Send(request, ServiceErrors.Token, Prompt, stop)).TryGet(out var said, out var problem)) return (null, problem);
            if (said.Text("access_token") is not { } value || value.Any(letter => letter is <= ' ' or > '~')) return (null, RemoteProblem.NotUnderstood);
            var lasts = TimeSpan.FromSeconds(said.Number("expires_in") ?? 3600);
            _token = new ServiceToken(value, time.GetUtcNow() + (lasts > 2 * Early ? lasts - Early : lasts / 2));
            return (_token, RemoteProblem.None);
        }
        finally
        {
            _fetching.Release();
        }
    }

    private HttpRequestMessage LetIn()
    {
        if (settings.Access == ServiceAccess.Login)
        {
            var login = RequestOf(new Uri(settings.Address, "auth/login"), new StringContent("{}", Encoding.UTF8, "application/json"));
            var pair = Encoding.UTF8.GetBytes($"{settings.ClientId}:{settings.ClientSecret}");
            login.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
            return login;
        }

        return RequestOf(settings.TokenAddress!, new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings.ClientId,
            ["client_secret"] = settings.ClientSecret,
            ["scope"] = "service",
        }));
    }

    private async Task<Answer<Reply>> Send(HttpRequestMessage request, string method, TimeSpan atMost, CancellationToken stop)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timed.CancelAfter(atMost);
        try
        {
            using var response = await _http.SendAsync(request, timed.Token);
            await response.Content.LoadIntoBufferAsync(MostAnswer, timed.Token);
            return await Read(response, method, timed.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return RemoteProblem.Unreachable;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return ServiceErrors.IsConfirmed(method) ? RemoteProblem.TimedOut : RemoteProblem.Unreachable;
        }
    }

    private static async Task<Answer<Reply>> Read(HttpResponseMessage response, string method, CancellationToken stop)
    {
        var body = default(JsonElement);
        try
        {
            var bytes = await response.Content.ReadAsByteArrayAsync(stop);
            if (bytes.Length > 0) body = JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing at all: its status may tell enough.
        }

        var said = new Reply(response.StatusCode, body);
        if (!response.IsSuccessStatusCode) return ServiceErrors.Of(method, said);
        return body.ValueKind == JsonValueKind.Object || response.StatusCode == HttpStatusCode.NoContent ? said : RemoteProblem.NotUnderstood;
    }

    private static HttpRequestMessage RequestOf(Uri address, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    private sealed record ServiceToken(string Value, DateTimeOffset Until)
    {
        public override string ToString() => nameof(ServiceToken);
    }
}
