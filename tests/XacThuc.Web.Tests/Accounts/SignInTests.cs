using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts.SecondFactor;
using XacThuc.Web.Hosting;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task Nobody_is_asked_who_they_are_and_led_back_to_the_page_they_wanted()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();

        var stopped = await browser.Open("/operators-only?x=1");
        var opened = await browser.Send(stopped.Location!, [("User", "tyt.06226"), ("Password", house.Account("tyt.06226").Password), ("from", "/?x=1")]);

        Assert.Equal("/sign-in?from=%2Foperators-only%3Fx%3D1", stopped.Location);
        Assert.Equal("/?x=1", opened.Location);
        Assert.Equal("tyt.06226", (await browser.Open("/")).Text);
    }

    [Fact]
    public async Task A_station_signs_in_with_its_password()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();

        var seen = await browser.SignIn(house.Account("tyt.06226"));

        Assert.Equal("/", seen.Location);
        var cookie = Assert.Single(seen.Cookies, cookie => cookie.StartsWith("xt-platform=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_signer_needs_the_code_as_well()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        var signer = house.Account("ubnd.06226");

        var afterPassword = await browser.GivePassword(signer.User, signer.Password);
        var inside = await browser.Open("/");
        var afterCode = await browser.GiveCode(OneTimeCode.At(signer.TotpSecret!, house.Clock.GetUtcNow()));

        Assert.Equal("/sign-in/code", afterPassword.Location);
        Assert.StartsWith("/sign-in", inside.Location, StringComparison.Ordinal);
        Assert.Equal("/", afterCode.Location);
    }

    [Fact]
    public async Task A_wrong_code_does_not_open()
    {
        await using var house = await GivenHouse.Start(HouseKind.Register);
        using var browser = house.NewBrowser();
        var police = house.Account("cax.06226");
        var right = OneTimeCode.At(police.TotpSecret!, house.Clock.GetUtcNow());

        await browser.GivePassword(police.User, police.Password);
        var seen = await browser.GiveCode(right == "000000" ? "000001" : "000000");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("Mã không đúng", seen.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await browser.Open("/")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookies_of_the_two_houses_have_different_names()
    {
        await using var house = await GivenHouse.Start(HouseKind.Register);
        using var browser = house.NewBrowser();

        var seen = await browser.SignIn(house.Account("cax.06226"));

        Assert.Contains(seen.Cookies, cookie => cookie.StartsWith("xt-register=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_fifteen_minutes_and_say_the_same_as_for_a_name_nobody_has()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        var account = house.Account("tyt.06226");

        var unknown = await browser.GivePassword("nobody", "wrong password");
        Seen wrong = unknown;
        for (var time = 0; time < 10; time++) wrong = await browser.GivePassword(account.User, "wrong password");
        var locked = await browser.GivePassword(account.User, account.Password);
        house.Clock.Pass(TimeSpan.FromMinutes(16));
        var later = await browser.GivePassword(account.User, account.Password);

        Assert.Equal(Problem(unknown), Problem(wrong));
        Assert.Equal(Problem(unknown), Problem(locked));
        Assert.Equal(unknown.Status, locked.Status);
        Assert.Equal("/", later.Location);
    }

    [Fact]
    public async Task A_name_nobody_has_takes_as_long_as_one_somebody_has()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.GivePassword("nobody", "wrong password");
        await browser.GivePassword("tyt.06226", "wrong password");

        var (unknown, known) = (double.MaxValue, double.MaxValue);
        for (var time = 0; time < 7; time++)
        {
            unknown = Math.Min(unknown, await Took(() => browser.GivePassword("nobody", "wrong password")));
            known = Math.Min(known, await Took(() => browser.GivePassword("tyt.06226", "wrong password")));
        }

        // Without the hash for nobody the one would take a tenth of the other; a busy machine alone makes less difference.
        Assert.InRange(unknown / known, 0.3, 3.3);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_stays_out()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        var account = house.Account("tyt.06226");
        await browser.SignIn(account);

        await house.Change(db => db.Users.Where(one => one.UserName == account.User)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.IsClosed, true), GivenHouse.Stop));
        var seen = await browser.Open("/");
        var again = await browser.GivePassword(account.User, account.Password);

        Assert.StartsWith("/sign-in", seen.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }

    [Fact]
    public async Task Signing_in_leads_to_no_other_site()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        var account = house.Account("tyt.06226");

        var seen = await browser.Send(
            "/sign-in", [("User", account.User), ("Password", account.Password), ("from", "//evil.example/")]);

        Assert.Equal("/", seen.Location);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        using var form = new FormUrlEncodedContent([new("User", "tyt.06226"), new("Password", "x")]);

        using var answer = await browser.Http.PostAsync("/sign-in", form, GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task What_was_typed_as_a_name_is_not_kept()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();

        await browser.GivePassword("a password in the wrong field", "x");

        await house.Change(async db => Assert.DoesNotContain(
            await db.Audit.ToListAsync(GivenHouse.Stop),
            entry => (entry.Who + entry.Subject + entry.Reason).Contains("wrong field", StringComparison.Ordinal)));
    }

    private static string Problem(Seen seen) => seen.Text.Split("id=\"problem\">")[1].Split('<')[0];

    private static async Task<double> Took(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }
}
