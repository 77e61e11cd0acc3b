using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions;

/// <summary>People are told of a session: by message, on paper, and when it is called off.</summary>
public sealed class InvitePeopleTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Each_person_with_a_phone_is_invited_once_a_child_by_its_guardian(Database database)
    {
        await using var given = await Planned(database);

        var sent = await Sent(given, 3);

        Assert.Equal(["0912000001", "0912000001", "0912000003"], sent.Select(message => message.Phone).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        var first = sent.Single(message => message.Words.Contains("Ly Van Quan", StringComparison.Ordinal)).Words;
        Assert.StartsWith("Kinh moi Ly Van Quan tiem Comirnaty mui 1 luc ", first, StringComparison.Ordinal);
        Assert.Contains("tai Tram Y te. Mang the can cuoc", first, StringComparison.Ordinal);
        Assert.All(sent, message => Assert.DoesNotMatch("0[0-9]{8,}", message.Words));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_page_counts_who_was_told_and_has_slips_for_the_rest_by_hamlet(Database database)
    {
        await using var given = await Planned(database);
        await Sent(given, 3);

        var page = await Page(given);
        var all = await Page(given, "?all=true");
        using var pdf = await given.Station.GetAsync($"/sessions/{(await given.Session()).Id}/invitations?handler=pdf", GivenHouse.Stop);

        Assert.Contains("<b>3</b> message sent", page, StringComparison.Ordinal);
        Assert.Contains("<b>1</b> no mobile phone", page, StringComparison.Ordinal);
        Assert.Equal((1, 4), (Slips(page), Slips(all)));
        Assert.True(all.LastIndexOf("Hoàng Thị Mai", StringComparison.Ordinal) < all.LastIndexOf("Lý Văn Quân", StringComparison.Ordinal));
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_could_not_be_sent_is_sent_again_to_the_phone_as_it_is_now()
    {
        await using var given = await Planned(Database.Sqlite);
        await Sent(given, 3);
        await given.InDb(db => db.Set<ShortMessage>().Where(message => message.Phone == "0912000003").ExecuteUpdateAsync(row => row.SetProperty(one => one.State, MessageState.Failed)));
        await given.InDb(db => db.Set<ListedPerson>().Where(person => person.GuardianPhone != "").ExecuteUpdateAsync(row => row.SetProperty(one => one.GuardianPhone, "0912 000 004")));
        var session = await given.Session();

        var page = await Page(given);
        using var again = await given.Station.Submit($"/sessions/{session.Id}/invitations", page);
        var sent = await Sent(given, 4);
        using var once = await given.Station.Submit($"/sessions/{session.Id}/invitations", page);

        Assert.Contains("Send 1 messages again", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (again.StatusCode, once.StatusCode));
        Assert.Contains(sent, message => message.Phone.Equals("0912000004", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task When_a_session_is_called_off_those_who_were_told_are_told_and_the_others_hear_nothing(Database database)
    {
        await using var given = await Planned(database);
        await Sent(given, 3);
        await given.InDb(db => db.Set<ShortMessage>().Where(message => message.Phone == "0912000003").ExecuteUpdateAsync(row => row
            .SetProperty(one => one.State, MessageState.Waiting).SetProperty(one => one.TriedAt, (DateTimeOffset?)null)
            .SetProperty(one => one.DueAt, TimeProvider.System.GetUtcNow().AddMinutes(20))));

        await given.Press("calloff");
        var sent = await Sent(given, 5);

        Assert.Equal(2, sent.Count(message => message.Words.Contains("da hoan", StringComparison.Ordinal)));
        Assert.Equal(1, await given.InDb(db => db.Set<ShortMessage>().CountAsync(message => message.State == MessageState.Withdrawn)));
    }

    [Fact]
    public async Task A_house_that_prints_only_posts_nothing_and_has_slips_for_all()
    {
        await using var given = await Planned(Database.Sqlite, """{ "channel": "print" }""");

        var page = await Page(given);

        Assert.Equal(0, await given.InDb(db => db.Set<ShortMessage>().CountAsync()));
        Assert.Equal(4, Slips(page));
        Assert.Contains("No message gateway is connected here", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TYT-06229", AccountRole.HealthStation, HttpStatusCode.NotFound)]
    [InlineData("UBND-06226", AccountRole.CommuneCommittee, HttpStatusCode.OK)]
    [InlineData("TTYT-183", AccountRole.DistrictHealthCentre, HttpStatusCode.OK)]
    [InlineData("VP-183", AccountRole.DistrictOffice, HttpStatusCode.Forbidden)]
    public async Task Who_sees_the_session_sees_its_invitations(string unit, AccountRole role, HttpStatusCode status)
    {
        await using var given = await Planned(Database.Sqlite);
        using var caller = given.Survey.House.Caller(unit, role);

        using var page = await caller.GetAsync($"/sessions/{(await given.Session()).Id}/invitations", GivenHouse.Stop);

        Assert.Equal(status, page.StatusCode);
    }

    // Two share a phone, a child has its guardian's, one has none. All are grown up for the rules, so that all are invited.
    private static async Task<GivenSession> Planned(Database database, string? messages = null)
    {
        var given = await GivenSession.Start(database, messages);
        await Set(given, "Lý Văn Quân", "0912000001", "");
        await Set(given, "Nông Thị Hoa", "+84 912 000 001", "");
        await Set(given, "Hoàng Thị Mai", "", "0912.000.003");
        await given.InDb(db => db.Set<ListedPerson>().Where(person => person.FullName == "Hoàng Thị Mai").ExecuteUpdateAsync(row => row.SetProperty(one => one.BornOn, 0)));
        var planned = await given.Plan(day: GivenSession.Today.AddDays(1));
        Assert.Equal(HttpStatusCode.OK, planned.Status);
        return given;
    }

    private static Task<int> Set(GivenSession given, string name, string phone, string guardianPhone) => given.InDb(db => db.Set<ListedPerson>()
        .Where(person => person.FullName == name).ExecuteUpdateAsync(row => row.SetProperty(one => one.Phone, phone).SetProperty(one => one.GuardianPhone, guardianPhone)));

    private static async Task<IReadOnlyList<(string Phone, string Words)>> Sent(GivenSession given, int count)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var isDone = await given.InDb(db => db.Set<ShortMessage>().AllAsync(message => message.State != MessageState.Waiting || message.TriedAt == null));
            if (given.Survey.House.Sent() is { } sent && sent.Count == count && isDone) return sent;
            await Task.Delay(50, GivenHouse.Stop);
        }

        throw new TimeoutException($"There were {given.Survey.House.Sent().Count} messages and not {count}.");
    }

    private static async Task<string> Page(GivenSession given, string query = "") =>
        WebUtility.HtmlDecode(await given.Station.GetStringAsync($"/sessions/{(await given.Session()).Id}/invitations{query}", GivenHouse.Stop));

    private static int Slips(string page) => page.Split("GIẤY MỜI TIÊM CHỦNG").Length - 1;
}
