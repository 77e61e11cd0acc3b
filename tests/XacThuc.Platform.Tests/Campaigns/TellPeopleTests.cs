using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Campaigns;
using XacThuc.Platform.Campaigns.Groups;
using XacThuc.Platform.Campaigns.Stops;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Messages;
using Xunit;

namespace XacThuc.Platform.Tests.Campaigns;

/// <summary>A campaign tells each of its people once, by day, and nobody who does not want it.</summary>
public sealed class TellPeopleTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Each_person_is_told_by_name_and_what_became_of_it_is_counted(Database database)
    {
        await using var given = await GivenCampaign.Start(database);

        await given.Approved(CampaignGroup.WrongData);
        var campaign = await given.Until(one => one.State == CampaignState.Done);
        await given.Mark("r2", RecordStatus.Matched);
        var page = WebUtility.HtmlDecode(await given.Me.GetStringAsync($"/campaigns/{campaign.Id}", GivenHouse.Stop));

        var sent = given.House.Sent();
        Assert.Equal("0912000002 0912000002", string.Join(' ', sent.Select(message => message.Phone)));
        Assert.Contains(sent, message => message.Words.StartsWith("Nong Thi Hoa: mang the den TYT-06226 truoc ", StringComparison.Ordinal));
        Assert.All(sent, message => Assert.Matches("Ngung tin: http://[^ ]+/portal/messages/stop/[A-Z0-9]{8}$", message.Words));
        Assert.Equal([PersonTold.Posted, PersonTold.Posted, PersonTold.NoPhone], (await given.PeopleOf(campaign)).Select(person => person.Told));
        Assert.Contains("<b>2</b> messages sent", page, StringComparison.Ordinal);
        Assert.Contains("<b>1</b> without a phone", page, StringComparison.Ordinal);
        Assert.Contains("<b>1</b> have acted", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_with_one_phone_gets_words_that_name_nobody_once()
    {
        await using var given = await GivenCampaign.Start(Database.Sqlite);

        await given.Approved(CampaignGroup.WrongData, ("Texts[0].Short", "Mang thẻ đến {tram} trước {ngay}."));
        var campaign = await given.Until(one => one.State == CampaignState.Done);

        Assert.Single(given.House.Sent());
        Assert.Equal([PersonTold.Posted, PersonTold.WithFamily, PersonTold.NoPhone], (await given.PeopleOf(campaign)).Select(person => person.Told));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Nobody_is_told_twice_though_two_houses_work_on_it_and_one_is_stopped_in_the_middle(Database database)
    {
        const int people = 250;
        await using var gateway = await GivenGateway.Open();
        await using var given = await GivenCampaign.Start(database, gateway.Settings(), withPeople: false);
        await given.House.Import(GivenCampaign.Many(people));
        await using var second = await given.House.StartSecond();

        await given.Approved(CampaignGroup.NoNumber);
        while (gateway.All.Count < 30) await Task.Delay(20, GivenHouse.Stop);
        await given.House.StartAgain();
        while (gateway.Delivered.Count < people) await LeaseIsOver(given);
        var campaign = await given.Until(one => one.State == CampaignState.Done);

        var messages = await given.Messages();
        Assert.Equal((people, people), (messages.Count, messages.DistinctBy(message => message.About).Count()));
        Assert.Equal(people, gateway.Delivered.Count);
        Assert.All(await given.PeopleOf(campaign), person => Assert.Equal(PersonTold.Posted, person.Told));
        Assert.Equal(people, gateway.All.Select(asked => asked.Fields["msisdn"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Nobody_is_told_at_night_and_what_could_not_leave_in_the_evening_leaves_in_the_morning(Database database)
    {
        await using var gateway = await GivenGateway.Open();
        gateway.Answers = (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        await using var given = await GivenCampaign.Start(database, gateway.Settings(), clock: new DayClock(21));

        await given.Approved(CampaignGroup.WrongData);
        await Task.Delay(2500, GivenHouse.Stop);
        var atNight = await given.Messages();
        given.Clock.Set(1, 19, 59);
        await given.Until(one => one.State == CampaignState.Running);
        while (gateway.All.Count < 2) await Task.Delay(20, GivenHouse.Stop);
        given.Clock.Set(1, 20, 10);
        while ((await given.Messages()).Exists(message => message.State != MessageState.Failed)) await LeaseIsOver(given);
        var inTheEvening = gateway.All.Count;
        await Task.Delay(1500, GivenHouse.Stop);
        var later = gateway.All.Count;
        gateway.Answers = (_, _) => Task.CompletedTask;
        given.Clock.Set(2, 7, 30);
        await given.Until(one => one.State == CampaignState.Done);

        Assert.Empty(atNight);
        Assert.Equal(inTheEvening, later);
        Assert.All(await given.Messages(), message => Assert.Equal(MessageState.Sent, message.State));
        Assert.Equal(2, gateway.Delivered.Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Whoever_stops_messages_gets_none_of_campaigns_until_they_allow_them_again(Database database)
    {
        await using var given = await GivenCampaign.Start(database);
        await given.Approved(CampaignGroup.NoNumber);
        await given.Until(one => one.State == CampaignState.Done);
        var code = given.House.Sent().Single().Words[^8..];
        using var citizen = given.House.Anybody();
        var address = $"/portal/messages/stop/{code}";

        var page = await citizen.GetStringAsync(address, GivenHouse.Stop);
        var afterLook = await given.House.InDb(db => db.Set<MessageStop>().AsNoTracking().SingleAsync());
        var stopped = await GivenCampaign.Read(citizen.Submit("/portal/messages/stop?handler=stop", page, ("code", code)));
        await given.Approved(CampaignGroup.NotComparable);
        var second = await given.Until(one => one.State == CampaignState.Done);
        var allowed = await GivenCampaign.Read(citizen.Submit("/portal/messages/stop?handler=allow", await citizen.GetStringAsync(address, GivenHouse.Stop), ("code", code)));
        await given.Approved(CampaignGroup.NoNumber);
        await given.Until(one => one.State == CampaignState.Done);

        Assert.False(afterLook.IsStopped);
        Assert.Contains("gets no messages of campaigns any more", stopped.Page, StringComparison.Ordinal);
        Assert.Equal(PersonTold.OptedOut, Assert.Single(await given.PeopleOf(second)).Told);
        Assert.Contains("Messages of campaigns about vaccination are sent", allowed.Page, StringComparison.Ordinal);
        Assert.Equal(2, given.House.Sent().Count);
        Assert.DoesNotContain("0912", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_none_tells_nothing()
    {
        await using var given = await GivenCampaign.Start(Database.Sqlite, withPeople: false);
        using var citizen = given.House.Anybody();

        var answer = await GivenCampaign.Read(citizen.GetAsync("/portal/messages/stop/BCDF2345", GivenHouse.Stop));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("There is no such code", answer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_record_was_put_right_before_their_turn_is_not_told()
    {
        await using var given = await GivenCampaign.Start(Database.Sqlite);
        var campaign = await given.Approved(CampaignGroup.WrongData, ("From", $"{given.Clock.Today.AddDays(1):yyyy-MM-dd}"));
        await given.Mark("r3", RecordStatus.Matched);

        given.Clock.Set(1, 9);
        await given.Until(one => one.State == CampaignState.Done);

        Assert.Single(given.House.Sent());
        Assert.Equal([PersonTold.Posted, PersonTold.NotNeeded, PersonTold.NoPhone], (await given.PeopleOf(campaign)).Select(person => person.Told));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_campaign_that_is_stopped_takes_back_what_waits_and_tells_nobody_more(Database database)
    {
        await using var gateway = await GivenGateway.Open();
        gateway.Answers = (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        await using var given = await GivenCampaign.Start(database, gateway.Settings());
        var campaign = await given.Approved(CampaignGroup.WrongData);
        while ((await given.Messages()).Count == 0) await Task.Delay(20, GivenHouse.Stop);

        var page = await given.Me.GetStringAsync($"/campaigns/{campaign.Id}", GivenHouse.Stop);
        var stopped = await GivenCampaign.Read(given.Me.Submit($"/campaigns/{campaign.Id}?handler=stop", page));
        var again = await GivenCampaign.Read(given.Me.Submit($"/campaigns/{campaign.Id}?handler=stop", page));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (stopped.Status, again.Status));
        Assert.All(await given.Messages(), message => Assert.Equal(MessageState.Withdrawn, message.State));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task How_often_the_portal_is_opened_from_a_message_and_a_poster_is_counted_and_nobody_is_known_by_it(Database database)
    {
        await using var given = await GivenCampaign.Start(database);
        using var citizen = given.House.Anybody();
        var campaign = await given.Approved(CampaignGroup.WrongData, ("Texts[0].Short", "Xem tại {trang}"));
        await given.Until(one => one.State == CampaignState.Done);
        var way = given.House.Sent()[0].Words.Split(' ').First(word => word.Contains("/portal/c/", StringComparison.Ordinal));

        foreach (var address in new[] { new Uri(way).AbsolutePath, $"/portal/c/{campaign.Id}", $"/portal/p/{campaign.Id}", "/portal/c/999" })
        {
            var (status, arrived, _) = await GivenCampaign.Read(citizen.GetAsync(address, GivenHouse.Stop));
            Assert.Equal((HttpStatusCode.OK, "/portal"), (status, arrived));
        }

        var page = await given.Me.GetStringAsync($"/campaigns/{campaign.Id}", GivenHouse.Stop);
        Assert.Contains("<b>2</b> times opened from a message", page, StringComparison.Ordinal);
        Assert.Contains("<b>1</b> times scanned from a poster", page, StringComparison.Ordinal);
    }

    private static async Task LeaseIsOver(GivenCampaign given)
    {
        await given.House.InDb(db => db.Set<ShortMessage>().Where(message => message.State == MessageState.Waiting).ExecuteUpdateAsync(row => row.SetProperty(one => one.DueAt, DateTimeOffset.UnixEpoch)));
        await Task.Delay(300, GivenHouse.Stop);
    }
}
