using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Accounts;

public sealed class OperatorTests
{
    [Fact]
    public async Task A_new_account_has_a_password_that_must_be_changed_first()
    {
        await using var house = await GivenHouse.Start();
        var (user, password) = await SecondFactorTests.MakeAccount(house, "mai.nt", "TYT-06226");
        using var browser = house.NewBrowser();

        await browser.GivePassword(user, password);

        Assert.Equal("/account/password", (await browser.Open("/")).Location);
        await house.Change(async db => Assert.True(await db.Audit.AnyAsync(
            entry => entry.Kind == "account.create" && entry.Who == "operator" && entry.Subject == "account:mai.nt", GivenHouse.Stop)));
    }

    [Theory]
    [InlineData("Close")]
    [InlineData("Password")]
    [InlineData("SecondFactor")]
    public async Task What_an_operator_changes_ends_the_sessions_of_the_account(string handler)
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        using var operating = house.NewBrowser();
        await browser.SignIn(house.Account("tyt.06226"));
        await operating.SignIn(house.Account("operator"));
        var page = $"/operator/accounts/{await IdOf(house, "tyt.06226")}";

        var done = await operating.Send(page, [], $"{page}?handler={handler}");

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.StartsWith("/sign-in", (await browser.Open("/")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_can_be_opened_again()
    {
        await using var house = await GivenHouse.Start();
        using var operating = house.NewBrowser();
        await operating.SignIn(house.Account("operator"));
        var page = $"/operator/accounts/{await IdOf(house, "tyt.06226")}";

        await operating.Send(page, [], $"{page}?handler=Close");
        using var outside = house.NewBrowser();
        var refused = await outside.SignIn(house.Account("tyt.06226"));
        await operating.Send(page, [], $"{page}?handler=Open");
        var opened = await outside.SignIn(house.Account("tyt.06226"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("/", opened.Location);
    }

    [Fact]
    public async Task An_account_of_another_district_is_not_there()
    {
        await using var house = await GivenHouse.Start();
        using var operating = house.NewBrowser();
        await operating.SignIn(house.Account("operator"));
        long id = 0;
        await house.Change(async db =>
        {
            var unit = await db.Units.SingleAsync(unit => unit.Code == "TYT-06000", GivenHouse.Stop);
            var account = await db.Users.SingleAsync(account => account.UserName == "tyt.06229", GivenHouse.Stop);
            account.UnitId = unit.Id;
            id = account.Id;
            await db.Save(new Acts.Act(Acts.Actor.House, house.Clock.GetUtcNow(), "test", "test"), GivenHouse.Stop);
        });

        var one = await operating.Open($"/operator/accounts/{id}");
        var all = await operating.Open("/operator/accounts");

        Assert.Equal(HttpStatusCode.NotFound, one.Status);
        Assert.Contains("tyt.06226", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tyt.06229", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_cannot_close_the_own_account()
    {
        await using var house = await GivenHouse.Start();
        using var operating = house.NewBrowser();
        await operating.SignIn(house.Account("operator"));
        var page = $"/operator/accounts/{await IdOf(house, "operator")}";

        var seen = await operating.Send(page, [], $"{page}?handler=Close");

        Assert.Equal(HttpStatusCode.Conflict, seen.Status);
        Assert.Equal(HttpStatusCode.OK, (await operating.Open(page)).Status);
    }

    [Fact]
    public async Task A_moved_account_works_for_its_new_unit()
    {
        await using var house = await GivenHouse.Start();
        using var operating = house.NewBrowser();
        await operating.SignIn(house.Account("operator"));
        var page = $"/operator/accounts/{await IdOf(house, "tyt.06226")}";
        long unit = 0;
        await house.Change(async db => unit = (await db.Units.SingleAsync(unit => unit.Code == "TYT-06229", GivenHouse.Stop)).Id);

        var moved = await operating.Send(page, [("place", $"{unit}:HealthStation")], $"{page}?handler=Move");
        var wrongRole = await operating.Send(page, [("place", $"{unit}:DistrictOperator")], $"{page}?handler=Move");

        Assert.Equal(HttpStatusCode.OK, moved.Status);
        Assert.Contains("TYT-06229</dd>", moved.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, wrongRole.Status);
    }

    [Theory]
    [InlineData("ab", "Người Thử")]
    [InlineData("tên có dấu", "Người Thử")]
    [InlineData("tyt.06226", "Người Thử")]
    [InlineData("mai.nt", "")]
    public async Task An_account_that_cannot_be_is_not_made_and_says_why(string user, string fullName)
    {
        await using var house = await GivenHouse.Start();
        using var operating = house.NewBrowser();
        await operating.SignIn(house.Account("operator"));
        long unit = 0;
        await house.Change(async db => unit = (await db.Units.SingleAsync(unit => unit.Code == "TYT-06229", GivenHouse.Stop)).Id);

        var seen = await operating.Send(
            "/operator/accounts/new", [("User", user), ("FullName", fullName), ("Place", $"{unit}:HealthStation")]);

        Assert.Contains("id=\"problem\"", seen.Text, StringComparison.Ordinal);
        Assert.True((int)seen.Status >= 400);
    }

    private static async Task<long> IdOf(GivenHouse house, string user)
    {
        long id = 0;
        await house.Change(async db => id = (await db.Users.SingleAsync(account => account.UserName == user, GivenHouse.Stop)).Id);
        return id;
    }
}
