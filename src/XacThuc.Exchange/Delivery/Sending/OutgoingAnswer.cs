using System.Globalization;
using System.Net.Http.Headers;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Signing;

namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>An answer as it came back: read, but not yet believed.</summary>
internal sealed record OutgoingAnswer(
    int Status, PooledBytes Body, BodyPacking Packing, bool IsPackingKnown, string Time, string Digest, string Signature)
{
    public static async Task<OutgoingAnswer> Read(HttpResponseMessage response, int most, CancellationToken stop)
    {
        var isKnown = BorderHeaders.TryPacking(Header(response.Content.Headers, "Content-Encoding"), out var packing);
        var length = response.Content.Headers.ContentLength ?? 0;
        if (length > most) throw new HttpRequestException("The answer is too large.");
        var body = new PooledBytes((int)length + 1);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(stop);
            while (body.Length < length)
            {
                var read = await stream.ReadAsync(body.GetMemory((int)length - body.Length), stop);
                if (read == 0) break;
                body.Advance(read);
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }

        return new OutgoingAnswer(
            (int)response.StatusCode, body, packing, isKnown, Header(response.Headers, BorderHeaders.Time),
            Header(response.Headers, BorderHeaders.Digest) is { Length: > 0 } digest
                ? digest : Header(response.Content.Headers, BorderHeaders.Digest),
            Header(response.Headers, BorderHeaders.Signature));
    }

    /// <summary>Whether it is the partner's answer to the message of this id and digest; why not otherwise.</summary>
    public BorderProblem? Check(BorderSettings settings, KeyRing keys, string path, string id, string messageDigest, DateTimeOffset now)
    {
        if (!IsPackingKnown) return BorderProblems.NotTheirAnswer;
        if (!settings.Signs) return null;
        if (!BodyDigest.Fits(Digest, BodyDigest.Of(Body.Span))) return BorderProblems.NotTheirAnswer;
        var text = SignedText.OfAnswer(Status, path, Time, id, BorderHeaders.NameOf(Packing), Digest, messageDigest);
        if (DetachedSignature.Check(keys, Signature, text, Body.Span) is not null) return BorderProblems.NotTheirAnswer;

        // A refusal is believed whatever its time: it may be the one that says which clock is wrong.
        if (Status != 200 || !long.TryParse(Time, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)) return null;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(ms);
        return (now - at).Duration() > settings.ClockTolerance ? BorderProblems.ClockOff(at, now) : null;
    }

    private static string Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : "";
}
