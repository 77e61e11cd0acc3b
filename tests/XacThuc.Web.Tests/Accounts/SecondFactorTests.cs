using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts.SecondFactor;
using XacThuc.Web.Hosting;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Accounts;

public sealed partial class SecondFactorTests
{
    // RFC 6238, appendix B (SHA-1), the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var secret = OneTimeCode.ToBase32("12345678901234567890"u8);

        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", secret);
        Assert.Equal(code, OneTimeCode.At(secret, DateTimeOffset.FromUnixTimeSeconds(seconds)));
    }

    [Fact]
    public async Task Police_with_a_new_account_choose_a_password_and_set_up_codes_before_anything_else()
    {
        await using var house = await GivenHouse.Start(HouseKind.Register);
        var (user, first) = await MakeAccount(house, "cax.moi", "CAX-06226");
        using var browser = house.NewBrowser();

        await browser.GivePassword(user, first);
        var ledToPassword = await browser.Open("/");
        const string own = "bốn từ không liên quan";
        await browser.Send("/account/password", [("Current", first), ("New", own), ("Again", own)]);
        var ledToCodes = await browser.Open("/");
        var page = await browser.Open("/account/second-factor");
        var picture = await browser.Open("/account/second-factor?handler=Picture");
        var secret = Secret().Match(page.Text).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var set = await browser.Send("/account/second-factor", [("Code", OneTimeCode.At(secret, house.Clock.GetUtcNow()))]);

        Assert.Equal("/account/password", ledToPassword.Location);
        Assert.Equal("/account/second-factor", ledToCodes.Location);
        Assert.Contains("<svg", picture.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, set.Status);
        Assert.Equal(user, (await browser.Open("/")).Text);

        using var again = house.NewBrowser();
        Assert.Equal("/sign-in/code", (await again.GivePassword(user, own)).Location);
        var recovery = Recovery().Match(set.Text).Groups[1].Value;
        Assert.Equal("/", (await again.GiveCode(recovery)).Location);

        using var third = house.NewBrowser();
        await third.GivePassword(user, own);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await third.GiveCode(recovery)).Status);

        var kept = new List<string?>();
        await house.Change(async db => kept.AddRange(await db.UserTokens
            .Where(token => db.Users.Any(account => account.Id == token.UserId && account.UserName == user)).Select(token => token.Value).ToListAsync()));
        Assert.Equal(2, kept.Count);
        Assert.All(kept, value => Assert.StartsWith("covered:", value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_opens_once_outside_the_sample()
    {
        await using var house = await GivenHouse.Start(HouseKind.Register);
        var police = house.Account("cax.06226");
        await house.Change(async db =>
        {
            // A house for real people does not start with sample accounts: this one is made real.
            await db.Users.ExecuteUpdateAsync(row => row.SetProperty(account => account.IsSample, false), GivenHouse.Stop);
        });
        await house.Restart(isSample: false);
        using var first = house.NewBrowser();
        using var second = house.NewBrowser();
        var code = OneTimeCode.At(police.TotpSecret!, house.Clock.GetUtcNow());

        await first.GivePassword(police.User, police.Password);
        var opened = await first.GiveCode(code);
        await second.GivePassword(police.User, police.Password);
        var refused = await second.GiveCode(code);

        Assert.Equal("/", opened.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task A_wrong_code_sets_nothing_up()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("tyt.06226"));

        var seen = await browser.Send("/account/second-factor", [("Code", "12345")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        using var again = house.NewBrowser();
        Assert.Equal("/", (await again.SignIn(house.Account("tyt.06226"))).Location);
    }

    internal static async Task<(string User, string Password)> MakeAccount(GivenHouse house, string user, string unitCode)
    {
        using var operating = house.NewBrowser();
        await operating.SignIn(house.Account("operator"));
        var form = await operating.Open("/operator/accounts/new");
        var place = Regex.Match(form.Text, $"value=\"([0-9]+:[A-Za-z]+)\">{unitCode}").Groups[1].Value;
        var made = await operating.Send("/operator/accounts/new", [("User", user), ("FullName", "Người Thử"), ("Place", place)]);
        return (user, Regex.Match(made.Text, "id=\"given-password\">([^<]+)<").Groups[1].Value);
    }

    [GeneratedRegex("id=\"secret\">([A-Z2-7 ]+)<")]
    private static partial Regex Secret();

    [GeneratedRegex("<li class=\"col\">([^<]+)</li>")]
    private static partial Regex Recovery();
}
