using System.Net;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Accounts;

public sealed class SessionTests
{
    [Fact]
    public async Task Half_an_hour_without_a_request_ends_a_session()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("tyt.06226"));

        house.Clock.Pass(TimeSpan.FromMinutes(31));

        Assert.StartsWith("/sign-in", (await browser.Open("/")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_works_stays_in_but_not_longer_than_twelve_hours()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("tyt.06226"));

        for (var time = 0; time < 28; time++)
        {
            house.Clock.Pass(TimeSpan.FromMinutes(25));
            Assert.Equal("tyt.06226", (await browser.Open("/")).Text);
        }

        house.Clock.Pass(TimeSpan.FromMinutes(25));
        Assert.StartsWith("/sign-in", (await browser.Open("/")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_password_ends_the_sessions_elsewhere_and_keeps_this_one()
    {
        await using var house = await GivenHouse.Start();
        using var here = house.NewBrowser();
        using var elsewhere = house.NewBrowser();
        var account = house.Account("tyt.06226");
        await here.SignIn(account);
        await elsewhere.SignIn(account);

        const string wanted = "bốn từ không liên quan";
        var changed = await here.Send("/account/password", [("Current", account.Password), ("New", wanted), ("Again", wanted)]);

        Assert.Equal("/account?done=password", changed.Location);
        Assert.Equal("tyt.06226", (await here.Open("/")).Text);
        Assert.StartsWith("/sign-in", (await elsewhere.Open("/")).Location, StringComparison.Ordinal);
        Assert.Equal("/", (await elsewhere.SignIn(account, wanted)).Location);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_of_this_browser()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("tyt.06226"));

        await browser.Send("/sign-out", []);

        Assert.StartsWith("/sign-in", (await browser.Open("/")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_after_the_session_has_ended_is_refused_in_a_sentence_and_not_led_to_the_sign_in()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        using var decision = new HttpRequestMessage(HttpMethod.Post, "/account/password");
        decision.Headers.Add("X-Worklist", "1");

        using var answer = await browser.Http.SendAsync(decision, GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("đăng nhập", await answer.Content.ReadAsStringAsync(GivenHouse.Stop), StringComparison.Ordinal);
    }
}
