using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Languages;

public sealed class LanguageTests
{
    [Fact]
    public async Task A_browser_gets_Vietnamese_until_it_is_switched_and_keeps_the_choice()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();

        var first = await browser.Open("/sign-in");
        var switched = await browser.Send("/sign-in", [("lang", "en"), ("from", "/sign-in")], "/language");
        var after = await browser.Open("/sign-in");

        Assert.Contains("Đăng nhập", first.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", switched.Location);
        Assert.Contains("User name", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_can_ask_for_a_language()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();

        Assert.Contains("User name", (await browser.Open("/sign-in?lang=en")).Text, StringComparison.Ordinal);
        Assert.Contains("Tên đăng nhập", (await browser.Open("/sign-in?lang=vi")).Text, StringComparison.Ordinal);
        Assert.Contains("Tên đăng nhập", (await browser.Open("/sign-in?lang=xx")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_leads_to_no_other_site()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();

        var seen = await browser.Send("/sign-in", [("lang", "en"), ("from", "https://evil.example/")], "/language");

        Assert.Equal("/", seen.Location);
    }

    [Fact]
    public async Task The_language_of_an_account_goes_along_to_other_machines()
    {
        await using var house = await GivenHouse.Start();
        using var here = house.NewBrowser();
        using var elsewhere = house.NewBrowser();
        await here.SignIn(house.Account("tyt.06226"));

        await here.Send("/account", [("language", "en")], "/account?handler=Language");
        await elsewhere.SignIn(house.Account("tyt.06226"));

        Assert.Contains("My account", (await elsewhere.Open("/account")).Text, StringComparison.Ordinal);
    }
}
