using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;
using XacThuc.Web.Audit;
using XacThuc.Web.Jobs;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Audit;

public sealed class AuditPageTests
{
    private const string Page = "/audit";

    [Fact]
    public async Task The_operator_sees_who_did_what_and_narrows_it_by_account_kind_subject_and_day()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("operator"));
        await Write(house, "nurse-a", "record.view", "record:a1");
        await Write(house, "nurse-b", "record.correct", "record:b2");

        var all = await browser.Open(Page);
        var byAccount = await browser.Open($"{Page}?q=nurse-a");
        var byKind = await browser.Open($"{Page}?kind=record.correct");
        var bySubject = await browser.Open($"{Page}?q=record:a1");
        var byDay = await browser.Open($"{Page}?at.to=2001-01-01");

        Assert.Equal((true, true), (Holds(all, "nurse-a"), Holds(all, "nurse-b")));
        Assert.Equal((true, false), (Holds(byAccount, "record:a1"), Holds(byAccount, "record:b2")));
        Assert.Equal((false, true), (Holds(byKind, "nurse-a"), Holds(byKind, "nurse-b")));
        Assert.Equal((true, false), (Holds(bySubject, "nurse-a"), Holds(bySubject, "nurse-b")));
        Assert.Equal((false, false), (Holds(byDay, "nurse-a"), Holds(byDay, "nurse-b")));
    }

    [Fact]
    public async Task Whoever_does_not_run_the_house_does_not_see_it()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("tyt.06226"));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Open(Page)).Status);
    }

    [Fact]
    public async Task The_chain_is_walked_by_a_button_and_a_change_is_found()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("operator"));
        for (var i = 0; i < 5; i++) await Write(house, "nurse-a", "record.view", $"record:{i}");

        await Walk(house, browser);
        var whole = await browser.Open(Page);
        await house.Change(db => db.Audit.Where(entry => entry.Link == 3).ExecuteUpdateAsync(
            row => row.SetProperty(entry => entry.Who, "somebody else"), GivenHouse.Stop));
        await Walk(house, browser);
        var broken = await browser.Open(Page);

        Assert.Contains("Chuỗi liền mạch đến mắt xích", whole.Text, StringComparison.Ordinal);
        Assert.Contains("Chuỗi bị đứt ở mắt xích 3", broken.Text, StringComparison.Ordinal);
    }

    // As a cell, not as what was searched for.
    private static bool Holds(Seen seen, string text) => Regex.IsMatch(seen.Text, $@"<td[^>]*>\s*{text}\s*</td>");

    private static Task Write(GivenHouse house, string who, string kind, string subject) => house.Change(async db =>
    {
        await db.Save(new Act(new Actor(who, "", "HealthStation"), house.Clock.GetUtcNow(), kind, subject), GivenHouse.Stop);
        await AuditChain.Seal(db, GivenHouse.Stop);
    });

    private static async Task Walk(GivenHouse house, Browser browser)
    {
        var asked = await browser.Send(Page, []);
        var id = long.Parse(asked.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        for (var tries = 0; tries < 500; tries++)
        {
            var state = JobState.Queued;
            await house.Change(async db => state = await db.Jobs.Where(job => job.Id == id).Select(job => job.State).SingleAsync(GivenHouse.Stop));
            if (state == JobState.Done) return;
            await Task.Delay(20, GivenHouse.Stop);
        }

        Assert.Fail("The chain was not walked.");
    }
}
