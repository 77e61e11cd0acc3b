using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace XacThuc.Platform.Messages.Channels;

/// <summary>
/// Posts messages to an SMS gateway as JSON. The key goes with each try, in a header and in the body: a gateway that has
/// the message already does not send it again.
/// </summary>
internal sealed class GatewayChannel : IMessageChannel, IDisposable
{
    private const int MostAnswer = 64 * 1024;
    private const int LongestCode = 20;

    private readonly GatewaySettings _gateway;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    });

    public GatewayChannel(GatewaySettings gateway) => _gateway = gateway;

    public async Task<Tried> Send(OutgoingMessage message, CancellationToken stop)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timed.CancelAfter(TimeSpan.FromSeconds(_gateway.TimeoutSeconds));
        try
        {
            using var request = RequestOf(message);
            using var response = await _http.SendAsync(request, timed.Token);
            return await Read(response, timed.Token);
        }
        catch (HttpRequestException)
        {
            return new Tried(TryResult.NotNow, "unreachable");
        }
        catch (IOException)
        {
            return new Tried(TryResult.NotNow, "unreachable");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Tried(TryResult.NotNow, "timeout");
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage RequestOf(OutgoingMessage message)
    {
        var key = message.Key.ToString("D");
        var fields = new Dictionary<string, string>(_gateway.More ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            [_gateway.PhoneField] = _gateway.PhonePrefix + message.Phone.InFull()[1..],
            [_gateway.TextField] = message.Words,
            [_gateway.KeyField] = key,
        };
        var request = new HttpRequestMessage(HttpMethod.Post, _gateway.Address) { Content = JsonContent.Create(fields) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _gateway.Token);
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    private async Task<Tried> Read(HttpResponseMessage response, CancellationToken stop)
    {
        var status = (int)response.StatusCode;
        var code = string.Create(CultureInfo.InvariantCulture, $"http.{status}");
        if (response.IsSuccessStatusCode)
            return _gateway.SuccessField.Length == 0 ? Tried.Sent : await ReadAnswer(response, stop);

        // This message is wrong; anything else may be put right without it: a token, a balance, an address.
        return response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity
            ? new Tried(TryResult.Never, code)
            : new Tried(TryResult.NotNow, code, response.Headers.RetryAfter?.Delta);
    }

    private async Task<Tried> ReadAnswer(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MostAnswer, stop);
            using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(stop), default, stop);
            var said = answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty(_gateway.SuccessField, out var field)
                ? field.ToString() : "";
            return said.Equals(_gateway.SuccessValue, StringComparison.OrdinalIgnoreCase) ? Tried.Sent : new Tried(TryResult.NotNow, CodeOf(said));
        }
        catch (JsonException)
        {
            return new Tried(TryResult.NotNow, "answer.unreadable");
        }
    }

    // A code has neither spaces nor room for a phone's words; anything else is not kept.
    private static string CodeOf(string said) =>
        said.Length is > 0 and <= LongestCode && said.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-') && said.Count(char.IsAsciiDigit) < 8
            ? $"answer.{said}"
            : "answer.other";
}
