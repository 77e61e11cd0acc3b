using System.Net;
using XacThuc.Web.Hosting;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Hosting;

/// <summary>A house behind proxies believes them, and nobody else, of whom they ask for.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1 ::1", false, "a proxy of the house says who asks: nobody else is held up")]
    [InlineData("10.9.8.0/28", true, "who is no proxy of the house cannot say that they are somebody else")]
    public async Task Whoever_guesses_is_held_up_and_others_by_the_word_of_proxies_alone(string proxies, bool isHeldUp, string why)
    {
        await using var house = await GivenHouse.Start(proxies: proxies);
        using var asking = new HttpClient { BaseAddress = house.Inside };

        var guesser = await SignIns(asking, "203.0.113.7");
        var other = await SignIn(asking, "203.0.113.8");

        Assert.Contains(HttpStatusCode.TooManyRequests, guesser);
        Assert.True(isHeldUp == (other == HttpStatusCode.TooManyRequests), why);
    }

    [Fact]
    public async Task Pages_that_came_by_https_to_the_proxy_set_cookies_for_https_alone()
    {
        await using var house = await GivenHouse.Start(proxies: "127.0.0.1 ::1");
        using var proxy = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = house.Inside };
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "203.0.113.7" }, { "Host", "tiem.langson.example" } } };

        using var answer = await proxy.SendAsync(asked, GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("nginx", "proxies must be addresses or networks")]
    [InlineData("10.0.0.300", "proxies must be addresses or networks")]
    public async Task What_is_no_address_is_said_at_the_start(string proxies, string problem)
    {
        var refused = await Assert.ThrowsAsync<UnusableSettingsException>(() => GivenHouse.Start(proxies: proxies));

        Assert.StartsWith($"proxy.json: {problem}", refused.Message, StringComparison.Ordinal);
    }

    // More than a second's worth at once.
    private static async Task<List<HttpStatusCode>> SignIns(HttpClient http, string from)
    {
        var answers = new List<HttpStatusCode>();
        for (var nth = 0; nth < 600 && !answers.Contains(HttpStatusCode.TooManyRequests); nth++) answers.Add(await SignIn(http, from));
        return answers;
    }

    private static async Task<HttpStatusCode> SignIn(HttpClient http, string from)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Headers = { { "X-Forwarded-For", from } } };
        using var answer = await http.SendAsync(asked, GivenHouse.Stop);
        return answer.StatusCode;
    }
}
