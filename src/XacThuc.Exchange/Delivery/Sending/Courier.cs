using System.Globalization;
using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Signing;

namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>What the courier brings back: an answer to read, or why there is none.</summary>
internal readonly record struct Brought(WireBody Answer, BorderProblem? Problem);

/// <summary>One message on its way.</summary>
internal readonly record struct Parcel(string Path, Guid Id, ReadOnlyMemory<byte> Body, BodyPacking Packing);

/// <summary>
/// Carries one message to the other house, signed, and brings its signed answer. When the other house was found away it
/// is not tried for a moment: whoever asks is told so at once.
/// </summary>
internal sealed class Courier : IDisposable
{
    private readonly BorderSettings _settings;
    private readonly KeyRing _keys;
    private readonly PartnerState _state;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly ResiliencePipeline<Brought> _pipeline;

    public Courier(BorderSettings settings, KeyRing keys, PartnerState state, TimeProvider time)
    {
        (_settings, _keys, _state, _time) = (settings, keys, state, time);
        var line = new SocketsHttpHandler
        {
            ConnectTimeout = settings.ConnectTimeout,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
            MaxConnectionsPerServer = 128,
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        };
        if (settings.Tls is { } tls)
        {
            line.SslOptions.ClientCertificates = [tls.Own()];
            line.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => tls.IsPartner(shown);
        }

        _http = new HttpMessageInvoker(line);
        _pipeline = new ResiliencePipelineBuilder<Brought>
        {
            TimeProvider = time,
        }.AddCircuitBreaker(new CircuitBreakerStrategyOptions<Brought>
        {
            ShouldHandle = static outcome => ValueTask.FromResult(ReferenceEquals(outcome.Outcome.Result.Problem, BorderProblems.Away)),
            FailureRatio = 0.5,
            MinimumThroughput = 3,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = settings.BreakTime,
        }).Build();
    }

    public async Task<Brought> Carry(Parcel parcel, CancellationToken stop)
    {
        var context = ResilienceContextPool.Shared.Get(stop);
        var outcome = await _pipeline.ExecuteOutcomeAsync(
            static async (context, state) =>
            {
                try
                {
                    return Outcome.FromResult(await state.Self.Try(state.Parcel, context.CancellationToken));
                }
                catch (OperationCanceledException cancelled)
                {
                    return Outcome.FromException<Brought>(cancelled);
                }
            },
            context, (Self: this, Parcel: parcel));
        ResilienceContextPool.Shared.Return(context);
        stop.ThrowIfCancellationRequested();
        return outcome.Exception is null ? outcome.Result : new(default, BorderProblems.Away);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Brought> Try(Parcel parcel, CancellationToken stop)
    {
        if (_settings.Signs && _keys.Active is null) return new(default, BorderProblems.NoOwnKey);
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timed.CancelAfter(_settings.AnswerTimeout);
        try
        {
            var path = parcel.Path;
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_settings.PartnerUrl, path));
            var (id, digest) = (parcel.Id.ToString("D"), BodyDigest.ToHeader(BodyDigest.Of(parcel.Body.Span)));
            Sign(request, parcel, path, id, digest);
            using var response = await _http.SendAsync(request, timed.Token);
            var answer = await OutgoingAnswer.Read(response, _settings.MostBodyBytes, timed.Token);
            var brought = Believe(answer, path, id, digest);
            _state.Heard(_time.GetUtcNow(), brought.Problem);
            return brought;
        }
        catch (Exception away) when (away is HttpRequestException or IOException
            || away is OperationCanceledException && !stop.IsCancellationRequested)
        {
            _state.Away(_time.GetUtcNow());
            return new(default, BorderProblems.Away);
        }
    }

    private void Sign(HttpRequestMessage request, Parcel parcel, string path, string id, string digest)
    {
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var packing = BorderHeaders.NameOf(parcel.Packing);
        request.Headers.TryAddWithoutValidation(BorderHeaders.Message, id);
        request.Headers.TryAddWithoutValidation(BorderHeaders.Time, now);
        if (_settings.Signs)
        {
            request.Headers.TryAddWithoutValidation(
                BorderHeaders.Signature, _keys.Active!.Sign(SignedText.OfMessage(path, now, id, packing, digest), parcel.Body.Span));
        }

        request.Content = new ReadOnlyMemoryContent(parcel.Body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Content.Headers.TryAddWithoutValidation(BorderHeaders.Digest, digest);
        if (packing.Length > 0) request.Content.Headers.TryAddWithoutValidation("Content-Encoding", packing);
    }

    // Only what the partner has signed counts, a refusal too: otherwise whoever stands in between could end a message.
    private Brought Believe(OutgoingAnswer answer, string path, string id, string digest)
    {
        if (answer.Check(_settings, _keys, path, id, digest, _time.GetUtcNow()) is { } problem)
        {
            answer.Body.Dispose();
            return new(default, problem);
        }

        if (answer.Status == 200) return new(new WireBody(answer.Body, answer.Packing), null);
        using (answer.Body) return new(default, ReadProblem(answer));
    }

    private static BorderProblem ReadProblem(OutgoingAnswer answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, ProblemJson.Default.ReadProblem) is { Code: not null } read
                ? new BorderProblem(answer.Status, read.Code, read.Vi, read.En)
                : BorderProblems.NotTheirAnswer;
        }
        catch (JsonException)
        {
            return BorderProblems.NotTheirAnswer;
        }
    }
}
