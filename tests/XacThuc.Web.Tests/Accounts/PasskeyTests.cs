using System.Net;
using XacThuc.Web.Hosting;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Accounts;

public sealed class PasskeyTests
{
    [Fact]
    public async Task A_passkey_opens_alone_also_where_a_second_factor_is_needed_until_it_is_removed()
    {
        await using var house = await GivenHouse.Start(HouseKind.Register);
        using var device = new GivenDevice(house.Url);
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("cax.06226"));

        var added = await Add(browser, device);
        var opened = await Open(house, device, out var other);
        var inside = await other.Open("/");
        var page = await browser.Open("/account");
        var id = page.Text.Split("name=\"id\" value=\"")[1].Split('"')[0];
        await browser.Send("/account", [("id", id)], "/account?handler=RemovePasskey");
        var refused = await Open(house, device, out var third);

        Assert.Equal("/account?done=passkey", added.Location);
        Assert.Contains("máy ở trạm", page.Text, StringComparison.Ordinal);
        Assert.Equal("/", opened.Location);
        Assert.Equal("cax.06226", inside.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        other.Dispose();
        third.Dispose();
    }

    [Fact]
    public async Task A_device_that_asks_for_no_finger_or_PIN_opens_nothing()
    {
        await using var house = await GivenHouse.Start();
        using var device = new GivenDevice(house.Url, asksForFinger: false);
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("tyt.06226"));

        var added = await Add(browser, device);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, added.Status);
    }

    [Fact]
    public async Task A_passkey_of_another_site_opens_nothing()
    {
        await using var house = await GivenHouse.Start();
        using var device = new GivenDevice(new Uri("https://evil.example"));
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("tyt.06226"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(browser, device)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task What_is_no_passkey_is_refused_in_a_sentence(string credential)
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.Send("/sign-in", [], "/sign-in?handler=PasskeyOptions");

        var seen = await browser.Send("/sign-in", [("credential", credential)], "/sign-in?handler=Passkey");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("id=\"problem\"", seen.Text, StringComparison.Ordinal);
    }

    private static async Task<Seen> Add(Browser browser, GivenDevice device)
    {
        var options = await browser.Send("/account", [], "/account?handler=PasskeyOptions");
        return await browser.Send(
            "/account", [("credential", device.Make(options.Text)), ("name", "máy ở trạm")], "/account?handler=Passkey");
    }

    private static Task<Seen> Open(GivenHouse house, GivenDevice device, out Browser browser)
    {
        var other = browser = house.NewBrowser();
        return Show();

        async Task<Seen> Show()
        {
            var options = await other.Send("/sign-in", [], "/sign-in?handler=PasskeyOptions");
            return await other.Send("/sign-in", [("credential", device.Show(options.Text))], "/sign-in?handler=Passkey");
        }
    }
}
