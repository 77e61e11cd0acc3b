using System.Diagnostics;
using System.Text.RegularExpressions;
using XacThuc.Bench.Running;
using XacThuc.Web.Accounts.SecondFactor;

namespace XacThuc.Bench.Served;

/// <summary>A person signed in to a house: asks for pages as a browser does, and looks at the clock.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    private Visitor(Uri house) => _http = new HttpClient { BaseAddress = house, Timeout = TimeSpan.FromMinutes(5) };

    public static async Task<Visitor> SignIn(Uri house, ReadyAccount account)
    {
        var visitor = new Visitor(house);
        await visitor.Get("/sign-in");
        var landed = await visitor.Post("/sign-in", ("User", account.User), ("Password", account.Password));
        if (account.TotpSecret is { } secret && landed.Address.StartsWith("/sign-in/code", StringComparison.Ordinal))
            landed = await visitor.Post("/sign-in/code", ("Code", OneTimeCode.At(secret, TimeProvider.System.GetUtcNow())));
        return landed.Address.StartsWith("/sign-in", StringComparison.Ordinal)
            ? throw new Refused($"{account.User} could not sign in to the {account.House}.") : visitor;
    }

    /// <summary>A page, with the time until its last byte.</summary>
    public async Task<Visited> Get(string address)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative));
        return await Read(answer, start);
    }

    /// <summary>Sends a form of the page that was shown last.</summary>
    public async Task<Visited> Post(string address, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = Form(fields);
        var start = Stopwatch.GetTimestamp();
        using var answer = await _http.PostAsync(new Uri(address, UriKind.Relative), form);
        return await Read(answer, start);
    }

    /// <summary>Sends a form as a page's script does, which stays on its page.</summary>
    /// <param name="script">The header by which the house knows the script.</param>
    /// <param name="address">Where the form goes.</param>
    /// <param name="fields">Its fields.</param>
    public async Task<Visited> PostByScript(string script, string address, params IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = Form(fields) };
        request.Headers.Add(script, "1");
        var start = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(request);
        return await Read(answer, start);
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<Visited> Upload(string address, string name, byte[] content, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name }, { new StringContent(_token), "__RequestVerificationToken" } };
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        var start = Stopwatch.GetTimestamp();
        using var answer = await _http.PostAsync(new Uri(address, UriKind.Relative), form);
        return await Read(answer, start);
    }

    public void Dispose() => _http.Dispose();

    private string _token = "";

    private FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Append((Name: "__RequestVerificationToken", Value: _token)).Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<Visited> Read(HttpResponseMessage answer, long start)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var time = Stopwatch.GetElapsedTime(start);
        if (TokenField().Match(text) is { Success: true } found) _token = found.Groups["it"].Value;
        var isPage = answer.Content.Headers.ContentType?.MediaType is "text/html";
        return new Visited((int)answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, isPage ? text : "", time);
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<it>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();
}

/// <summary>What a visit gave.</summary>
/// <param name="Status">HTTP's.</param>
/// <param name="Address">Where it ended.</param>
/// <param name="Text">The page; empty where it is none.</param>
/// <param name="Time">Until the last byte.</param>
internal sealed record Visited(int Status, string Address, string Text, TimeSpan Time)
{
    public override string ToString() => $"{Status} {Address}";
}
