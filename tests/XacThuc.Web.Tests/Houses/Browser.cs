using System.Net;
using System.Text.RegularExpressions;
using XacThuc.Web.Accounts;
using XacThuc.Web.Accounts.SecondFactor;

namespace XacThuc.Web.Tests.Houses;

/// <summary>What a person does with a browser: opens pages, sends their forms, keeps cookies.</summary>
public sealed partial class Browser(Uri house, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false })
    {
        BaseAddress = house,
        DefaultRequestHeaders = { { "Origin", house.GetLeftPart(UriPartial.Authority) } },
    };

    public HttpClient Http => _http;

    public async Task<Seen> Open(string path)
    {
        using var answer = await _http.GetAsync(path, GivenHouse.Stop);
        return await Seen.Of(answer);
    }

    /// <summary>Opens a page and sends a form of it.</summary>
    public async Task<Seen> Send(string page, IEnumerable<(string Name, string Value)> fields, string? to = null)
    {
        var seen = await Open(page);
        var token = TokenField().Match(seen.Text).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await _http.PostAsync(to ?? page, form, GivenHouse.Stop);
        return await Seen.Of(answer);
    }

    public Task<Seen> GivePassword(string user, string password) =>
        Send("/sign-in", [("User", user), ("Password", password)]);

    public Task<Seen> GiveCode(string code) => Send("/sign-in/code", [("Code", code)]);

    /// <summary>The whole way in.</summary>
    public async Task<Seen> SignIn(SampleAccount account, string? password = null)
    {
        var seen = await GivePassword(account.User, password ?? account.Password);
        return account.TotpSecret is null ? seen : await GiveCode(OneTimeCode.At(account.TotpSecret, clock.GetUtcNow()));
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}

/// <summary>An answer as somebody sees it.</summary>
public sealed record Seen(HttpStatusCode Status, string Text, string? Location, IReadOnlyList<string> Cookies)
{
    public static async Task<Seen> Of(HttpResponseMessage answer) => new(
        answer.StatusCode,
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(GivenHouse.Stop)),
        answer.Headers.Location?.OriginalString,
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : []);
}
