using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Border;

public sealed class BorderPageTests
{
    private const string Page = "/operator/border";

    [Theory]
    [InlineData("vi", "Mọi thông điệp đã được trả lời.")]
    [InlineData("en", "Every message has been answered.")]
    public async Task Without_open_messages_it_says_so_in_the_language_spoken(string language, string sentence)
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("operator"));
        await browser.Send("/", [("lang", language)], "/language");

        var seen = await browser.Open(Page);

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains(sentence, seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_waits_is_shown_with_its_kind_and_subject()
    {
        await using var house = await GivenHouse.Start();
        await Post(house);
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("operator"));

        var seen = await browser.Open(Page);

        Assert.Contains("records.again.v1", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("r-0001", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_sends_it_now_and_the_audit_tells_who_did()
    {
        await using var house = await GivenHouse.Start();
        var key = await Post(house);
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("operator"));

        var seen = await browser.Send(Page, [], $"{Page}?handler=Now&key={key}");

        Assert.Equal(HttpStatusCode.Redirect, seen.Status);
        await house.Change(async db => Assert.True(await db.Audit.AnyAsync(
            entry => entry.Kind == "message.send_now" && entry.Subject == $"message:{key}", GivenHouse.Stop)));
    }

    [Fact]
    public async Task A_message_is_given_up_only_with_a_reason()
    {
        await using var house = await GivenHouse.Start();
        var key = await Post(house);
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("operator"));

        var without = await browser.Send(Page, [("reason", " ")], $"{Page}?handler=GiveUp&key={key}");
        var with = await browser.Send(Page, [("reason", "wrong unit")], $"{Page}?handler=GiveUp&key={key}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (without.Status, with.Status));
        await house.Change(async db => Assert.Equal(
            MessageState.GivenUp, await db.Set<KeptMessage>().Select(m => m.State).SingleAsync(GivenHouse.Stop)));
    }

    [Fact]
    public async Task A_message_that_was_answered_meanwhile_cannot_be_sent_again()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("operator"));

        var seen = await browser.Send(Page, [], $"{Page}?handler=Now&key=1");

        Assert.Equal(HttpStatusCode.NotFound, seen.Status);
    }

    private static async Task<long> Post(GivenHouse house)
    {
        var key = 0L;
        await house.Change(async db =>
        {
            house.Services.GetRequiredService<BorderOutbox>().Post<RecordsToAuthenticateAgain, Receipt>(
                db, new RecordsToAuthenticateAgain(["r-0001"]), Guid.NewGuid());
            await db.SaveChangesAsync(GivenHouse.Stop);
            key = await db.Set<KeptMessage>().Select(m => m.Id).SingleAsync(GivenHouse.Stop);
        });
        return key;
    }
}
