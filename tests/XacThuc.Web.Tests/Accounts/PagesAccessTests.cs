using System.Net;
using XacThuc.Web.Accounts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Accounts;

/// <summary>Who may open which page: one row a page, every role of the sample a column.</summary>
public sealed class PagesAccessTests
{
    private static readonly (string Page, Access Access)[] Table =
    [
        ("/account", Access.Everybody),
        ("/account/password", Access.Everybody),
        ("/account/second-factor", Access.Everybody),
        ("/operator/accounts", Access.Operators),
        ("/operator/accounts/new", Access.Operators),
        ("/operator/clients", Access.Operators),
    ];

    [Theory]
    [InlineData(HouseKind.Platform)]
    [InlineData(HouseKind.Register)]
    public async Task A_page_opens_for_the_roles_of_its_row_and_for_nobody_else(HouseKind kind)
    {
        await using var house = await GivenHouse.Start(kind);

        foreach (var account in house.Accounts.DistinctBy(account => account.Role))
        {
            using var browser = house.NewBrowser();
            await browser.SignIn(account);
            foreach (var (page, access) in Table)
            {
                var expected = access.Roles.Contains(account.Role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                Assert.Equal((page, account.Role, expected), (page, account.Role, (await browser.Open(page)).Status));
            }
        }
    }

    [Fact]
    public async Task Nobody_opens_any_of_them()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();

        foreach (var (page, _) in Table)
            Assert.StartsWith("/sign-in", (await browser.Open(page)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_may_not_be_opened_says_so_in_a_sentence()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("tyt.06226"));

        var seen = await browser.Open("/operator/accounts");

        Assert.Equal(HttpStatusCode.Forbidden, seen.Status);
        Assert.Contains("<h1", seen.Text, StringComparison.Ordinal);
    }
}
