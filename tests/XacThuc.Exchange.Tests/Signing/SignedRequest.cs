using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Signing;

namespace XacThuc.Exchange.Tests.Signing;

/// <summary>A signed message of the asking house, part by part, to be sent altered.</summary>
internal sealed record SignedRequest(string Path, string Id, string Time, string Digest, string Signature, byte[] Body)
{
    public static SignedRequest Of(string kind, string json, string folder, DateTimeOffset? at = null)
    {
        var path = BorderHeaders.PathOf(kind);
        var body = Encoding.UTF8.GetBytes(json);
        var id = Guid.NewGuid().ToString("D");
        var time = (at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new SignedRequest(path, id, time, "", "", body).SignedBy(folder);
    }

    public SignedRequest SignedBy(string folder)
    {
        var key = new BorderKey(KeyFile.ReadPrivate(new KeyFolder(folder).Active));
        var digest = BodyDigest.ToHeader(BodyDigest.Of(Body));
        return this with { Digest = digest, Signature = key.Sign(SignedText.OfMessage(Path, Time, Id, "", digest), Body) };
    }

    /// <summary>Sends it; gives the status and the code of the refusal.</summary>
    public async Task<(int Status, string Text)> Send(Uri house)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house, Path));
        request.Headers.TryAddWithoutValidation(BorderHeaders.Message, Id);
        request.Headers.TryAddWithoutValidation(BorderHeaders.Time, Time);
        request.Headers.TryAddWithoutValidation(BorderHeaders.Digest, Digest);
        request.Headers.TryAddWithoutValidation(BorderHeaders.Signature, Signature);
        request.Content = new ByteArrayContent(Body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
