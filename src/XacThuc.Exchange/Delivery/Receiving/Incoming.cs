using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Signing;

namespace XacThuc.Exchange.Delivery.Receiving;

/// <summary>A message as it came in: read, but not yet believed.</summary>
internal sealed class Incoming : IDisposable
{
    private Incoming(string path, string time, string id, string digest) => (Path, TimeText, IdText, DigestText) = (path, time, id, digest);

    public string Path { get; }

    public string TimeText { get; }

    public string IdText { get; }

    public string DigestText { get; }

    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required BodyPacking Packing { get; init; }

    public required string? Signature { get; init; }

    public required PooledBytes Body { get; init; }

    public byte[] Digest { get; private set; } = [];

    /// <summary>Reads headers and body.</summary>
    public static async Task<(Incoming? Message, BorderProblem? Problem)> Read(HttpContext http, int most, CancellationToken stop)
    {
        var (headers, length) = (http.Request.Headers, http.Request.ContentLength);
        if (length > most) return (null, BorderProblems.TooLarge(most));

        var (id, time, digest) = (
            headers[BorderHeaders.Message].ToString(), headers[BorderHeaders.Time].ToString(), headers[BorderHeaders.Digest].ToString());
        if (length is null || digest.Length == 0 || !Guid.TryParseExact(id, "D", out var parsedId)
            || !TryTime(time, out var at) || !BorderHeaders.TryPacking(headers.ContentEncoding, out var packing))
        {
            return (null, BorderProblems.HeadersMissing);
        }

        // As it was sent: what a router makes of it is not what was signed.
        var path = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var body = new PooledBytes((int)length.Value + 1);
        try
        {
            while (body.Length < length)
            {
                var read = await http.Request.Body.ReadAsync(body.GetMemory((int)length.Value - body.Length), stop);
                if (read == 0) break;
                body.Advance(read);
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }

        return (new Incoming(path, time, id, digest)
        {
            Id = parsedId,
            At = at,
            Packing = packing,
            Signature = headers[BorderHeaders.Signature],
            Body = body,
        }, null);
    }

    /// <summary>Whether the message may be believed; why not otherwise. Signature last: it costs most.</summary>
    public BorderProblem? Check(BorderSettings settings, KeyRing keys, DateTimeOffset now)
    {
        Digest = BodyDigest.Of(Body.Span);
        if ((now - At).Duration() > settings.ClockTolerance) return BorderProblems.ClockOff(At, now);
        if (!BodyDigest.Fits(DigestText, Digest)) return BorderProblems.WrongDigest;
        if (!settings.Signs) return null;
        var text = SignedText.OfMessage(Path, TimeText, IdText, BorderHeaders.NameOf(Packing), DigestText);
        return DetachedSignature.Check(keys, Signature, text, Body.Span);
    }

    public void Dispose() => Body.Dispose();

    private static bool TryTime(string text, out DateTimeOffset at)
    {
        at = default;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) || ms > 253_402_300_799_999) return false;
        at = DateTimeOffset.FromUnixTimeMilliseconds(ms);
        return true;
    }
}
