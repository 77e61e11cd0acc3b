using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using XacThuc.Web.Clients;
using Xunit;

namespace XacThuc.Journeys.Tests.Portal;

/// <summary>The identity service before whoever tries: wrong passwords, wrong addresses, codes used twice.</summary>
public sealed class IdentityServiceTests
{
    private const string Verifier = "a-verifier-that-is-long-enough-for-rfc-7636-to-take";

    [Fact]
    public async Task A_number_that_nobody_has_is_answered_as_one_that_somebody_has()
    {
        await using var given = await GivenVNeId.Open();
        await given.HasIdentity(1);

        var known = await given.SignIn(secret: null, password: "không phải mật khẩu");
        var unknown = await given.SignIn(secret: null, number: "020199999999", password: "không phải mật khẩu");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, known.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Equal(ProblemOf(known), ProblemOf(unknown));
    }

    [Fact]
    public async Task Ten_wrong_passwords_shut_an_identity_and_any_number_is_tried_twenty_times_at_most()
    {
        await using var given = await GivenVNeId.Open();
        await given.HasIdentity(1);
        var page = await given.Person.Open(new Uri(given.Platform, "portal/sign-in/vneid"));

        for (var tries = 0; tries < 10; tries++) await Try(given, page, GivenVNeId.Number, "không phải mật khẩu");
        var right = await Try(given, page, GivenVNeId.Number, GivenVNeId.Password);
        var (known, unknown) = (right, right);
        for (var tries = 0; tries < 12; tries++) known = await Try(given, page, GivenVNeId.Number, "không phải mật khẩu");
        for (var tries = 0; tries < 21; tries++) unknown = await Try(given, page, "020199999999", "không phải mật khẩu");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, known.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, unknown.Status);
        Assert.Equal(ProblemOf(known), ProblemOf(unknown));
    }

    [Fact]
    public async Task Nobody_is_sent_to_an_address_that_was_not_registered()
    {
        await using var given = await GivenVNeId.Open();

        var asked = await given.Person.Open(AddressOf(given, redirect: new Uri("https://elsewhere.example/")));

        Assert.Equal("/identity/refused", asked.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    public async Task Without_PKCE_of_the_better_kind_nobody_is_asked_anything(string method)
    {
        await using var given = await GivenVNeId.Open();

        var asked = await given.Person.Open(AddressOf(given, method: method));

        Assert.Equal("/identity/refused", asked.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_code_opens_once_and_then_not_even_what_it_had_opened()
    {
        await using var given = await GivenVNeId.Open();
        await given.HasIdentity(1);
        var code = await CodeOf(given);
        using var http = new HttpClient { BaseAddress = given.Register };

        var (first, token) = await Redeem(http, given, code);
        using var info = await Ask(http, "connect/userinfo", token);
        var told = await info.Content.ReadFromJsonAsync<JsonElement>(GivenVNeId.Stop);
        using var api = await Ask(http, "api/v1/jobs/1", token);
        var (second, _) = await Redeem(http, given, code);
        using var after = await Ask(http, "connect/userinfo", token);

        Assert.Equal(HttpStatusCode.OK, first);
        Assert.Equal("LÝ VĂN QUÂN", told.GetProperty("name").GetString());
        Assert.Equal("1978-09-02", told.GetProperty("birthdate").GetString());
        Assert.Equal("male", told.GetProperty("gender").GetString());
        Assert.Equal(GivenVNeId.Number, told.GetProperty("citizen_number").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, second);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task A_stolen_code_is_of_no_use_without_the_verifier()
    {
        await using var given = await GivenVNeId.Open();
        await given.HasIdentity(1);
        var code = await CodeOf(given);
        using var http = new HttpClient { BaseAddress = given.Register };

        var (status, _) = await Redeem(http, given, code, "another-verifier-that-is-long-enough-for-rfc-7636");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Level_2_is_issued_only_once_the_card_was_seen()
    {
        await using var given = await GivenVNeId.Open();

        var slip = await given.Issue(2, cardSeen: false);

        Assert.Equal("", slip);
        Assert.Empty(await given.Noted("register", "identity.issue"));
    }

    private static Task<Seen> Try(GivenVNeId given, Seen page, string number, string password) =>
        given.Person.Send(page.Address, page, ("ask", GivenVNeId.AskOf(page)), ("Number", number), ("Password", password));

    private static string ProblemOf(Seen seen) => seen.Page[seen.Page.IndexOf("id=\"problem\"", StringComparison.Ordinal)..].Split('<')[0];

    private static Uri AddressOf(GivenVNeId given, Uri? redirect = null, string method = "S256") => new(given.Register, "connect/authorize" + QueryHelpers.AddQueryString("", new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["client_id"] = SamplePortal.ClientId,
        ["redirect_uri"] = (redirect ?? new Uri(given.Platform, SamplePortal.BackPath)).ToString(),
        ["response_type"] = "code",
        ["scope"] = "openid profile citizen_number",
        ["state"] = "s",
        ["nonce"] = "n",
        ["code_challenge"] = method.Length == 0 ? null : Base64UrlTextEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = method.Length == 0 ? null : method,
    }.Where(one => one.Value is not null)));

    // As another program would that knows the portal's secret.
    private static async Task<string> CodeOf(GivenVNeId given)
    {
        var asked = await given.Person.Open(AddressOf(given));
        var consent = await Try(given, asked, GivenVNeId.Number, GivenVNeId.Password);
        var back = await given.Person.Where(new Uri(given.Register, "connect/authorize"), consent, [.. GivenBrowser.Hidden(consent), ("answer", "yes")]);
        return QueryHelpers.ParseQuery(back.Query)["code"].ToString();
    }

    private static async Task<(HttpStatusCode Status, string Token)> Redeem(HttpClient http, GivenVNeId given, string code, string verifier = Verifier)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "authorization_code"), new("client_id", SamplePortal.ClientId), new("client_secret", SamplePortal.Secret), new("code", code),
            new("redirect_uri", new Uri(given.Platform, SamplePortal.BackPath).ToString()), new("code_verifier", verifier),
        ]);
        using var answer = await http.PostAsync("connect/token", form, GivenVNeId.Stop);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(GivenVNeId.Stop);
        return (answer.StatusCode, told.TryGetProperty("access_token", out var token) ? token.GetString()! : "");
    }

    private static Task<HttpResponseMessage> Ask(HttpClient http, string address, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http.SendAsync(request, GivenVNeId.Stop);
    }
}
