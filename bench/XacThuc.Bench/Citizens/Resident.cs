using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using XacThuc.Bench.Served;

namespace XacThuc.Bench.Citizens;

/// <summary>
/// A resident before the portal, from a network address of their own: the house counts what comes from one, so each
/// twenty requests come from another of this machine's loopback addresses.
/// </summary>
internal sealed partial class Resident(Uri house) : IDisposable
{
    private const int OfOneAddress = 20;

    private static int _addresses;

    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;
    private string _token = "";
    private int _left;

    /// <summary>A page.</summary>
    public async Task<Visited> Get(string address)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await Client().GetAsync(new Uri(address, UriKind.Relative));
        return await Read(answer, start);
    }

    /// <summary>Sends a form of the page that was shown last, with photos where there are some.</summary>
    public async Task<Visited> Post(string address, IEnumerable<(string Name, string Value)> fields, params IEnumerable<byte[]> photos)
    {
        using var form = new MultipartFormDataContent { { new StringContent(_token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var photo in photos) form.Add(new ByteArrayContent(photo), "Photos", "giay.jpg");
        var start = Stopwatch.GetTimestamp();
        using var answer = await Client().PostAsync(new Uri(address, UriKind.Relative), form);
        return await Read(answer, start);
    }

    public void Dispose() => _http?.Dispose();

    private HttpClient Client()
    {
        if (_http is not null && _left-- > 0) return _http;
        _http?.Dispose();
        _left = OfOneAddress;
        var nth = Interlocked.Increment(ref _addresses);
        var own = new IPAddress([127, (byte)(1 + (nth >> 16)), (byte)(nth >> 8), (byte)nth]);
        return _http = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = _cookies,
            AllowAutoRedirect = false,
            ConnectCallback = async (to, stop) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(own, 0));
                await socket.ConnectAsync(IPAddress.Loopback, to.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = house,
            Timeout = TimeSpan.FromMinutes(1),
        };
    }

    private async Task<Visited> Read(HttpResponseMessage answer, long start)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var time = Stopwatch.GetElapsedTime(start);
        if (TokenField().Match(text) is { Success: true } found) _token = found.Groups["it"].Value;
        return new Visited((int)answer.StatusCode, answer.Headers.Location?.ToString() ?? answer.RequestMessage!.RequestUri!.PathAndQuery, text, time);
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<it>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();
}
