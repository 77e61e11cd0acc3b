using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;

namespace XacThuc.Exchange.Delivery.Receiving;

/// <summary>Lets messages in: checks them, has them handled once, signs what is answered, refusals too.</summary>
internal sealed partial class BorderDoor(
    BorderSettings settings, KeyRing keys, OnceReception once, KeptReception kept, HandlerFaults faults, TimeProvider time,
    ILogger<BorderDoor> log)
{
    public async Task Receive(HttpContext http, BorderRoute? route, bool isBundle)
    {
        if (settings.Tls?.IsPartner(http.Connection.ClientCertificate) == false)
        {
            await Refuse(http, null, BorderProblems.NotTheirCertificate);
            return;
        }

        var (message, problem) = await Incoming.Read(http, settings.MostBodyBytes, http.RequestAborted);
        if (message is null)
        {
            await Refuse(http, null, problem!);
            return;
        }

        using (message)
        {
            problem = message.Check(settings, keys, time.GetUtcNow()) ?? (route is null ? BorderProblems.UnknownKind : null);
            if (problem is not null)
            {
                await Refuse(http, message, problem);
                return;
            }

            var outcome = await Handle(http, message, route!, isBundle);
            if (outcome.Problem is not null)
            {
                await Refuse(http, message, outcome.Problem);
                return;
            }

            using var answer = outcome.Answer;
            await Write(http, message, StatusCodes.Status200OK, answer, "application/json");
        }
    }

    private async Task<Outcome> Handle(HttpContext http, Incoming message, BorderRoute route, bool isBundle)
    {
        try
        {
            if (isBundle) return await once.HandleBundle(message, route, http.RequestAborted);
            return route.Keeping switch
            {
                Keeping.ByBorder => await kept.Handle(http.RequestServices, message, route, http.RequestAborted),
                Keeping.ByHandler => await once.Handle(http.RequestServices, message, route, http.RequestAborted),
            };
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            return new(default, faults.ToProblem(fault, route.Kind, message.Id));
        }
    }

    private async Task Refuse(HttpContext http, Incoming? message, BorderProblem problem)
    {
        Refused(problem.Code, http.Request.Path);
        using var body = new WireBody(new PooledBytes(), BodyPacking.Plain);
        using (var writer = new Utf8JsonWriter(body.Bytes)) JsonSerializer.Serialize(writer, problem, ProblemJson.Default.BorderProblem);
        await Write(http, message, problem.Status, body, "application/problem+json");
    }

    private async Task Write(HttpContext http, Incoming? message, int status, WireBody body, string type)
    {
        var (response, headers) = (http.Response, http.Response.Headers);
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = body.Bytes.Length;
        var packing = BorderHeaders.NameOf(body.Packing);
        if (packing.Length > 0) headers.ContentEncoding = packing;
        if (settings.Signs && message is not null && keys.Active is { } key)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            var digest = BodyDigest.ToHeader(BodyDigest.Of(body.Bytes.Span));
            headers[BorderHeaders.Time] = now;
            headers[BorderHeaders.Digest] = digest;
            headers[BorderHeaders.Signature] = key.Sign(
                SignedText.OfAnswer(status, message.Path, now, message.IdText, packing, digest, message.DigestText), body.Bytes.Span);
        }

        await response.Body.WriteAsync(body.Bytes.Memory, http.RequestAborted);
    }

    [LoggerMessage(LogLevel.Information, "A message to {Path} was refused: {Code}.")]
    private partial void Refused(string code, PathString path);
}

/// <summary>An answer, or why there is none.</summary>
internal readonly record struct Outcome(WireBody Answer, BorderProblem? Problem);
