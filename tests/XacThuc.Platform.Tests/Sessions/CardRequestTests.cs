using System.Net;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Sessions.Cards;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Shell;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions;

/// <summary>The police ask for sessions with cards; the station answers over the border.</summary>
public sealed class CardRequestTests
{
    private const string Code = "CC-CAX-06226-2026-001";

    private static DateOnly Day => GivenSession.Today.AddDays(3);

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_request_is_shown_and_its_days_and_mark_stand_in_the_form(Database database)
    {
        await using var given = await GivenSession.Start(database);
        await Ask(given);
        await Ask(given);

        var today = await given.Station.GetStringAsync("/", GivenHouse.Stop);
        var page = WebUtility.HtmlDecode(await given.Station.GetStringAsync("/sessions", GivenHouse.Stop));
        using var neighbour = given.Survey.House.Caller(GivenHouse.OtherStation);
        var other = await neighbour.GetStringAsync("/sessions", GivenHouse.Stop);

        Assert.Contains("requests of the police to issue cards at sessions", today, StringComparison.Ordinal);
        Assert.Contains($"Công an xã Hợp Thành ask to issue cards at your sessions, from {Shown.Date(Day)} to {Shown.Date(Day.AddDays(4))}", page, StringComparison.Ordinal);
        Assert.Contains("2 teams, 25 people an hour each", page, StringComparison.Ordinal);
        Assert.Contains("cần phòng có ổ điện", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"day\" type=\"date\" value=\"{Day:yyyy-MM-dd}\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"withCards\" value=\"true\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Công an xã Hợp Thành", WebUtility.HtmlDecode(other), StringComparison.Ordinal);
        Assert.Equal(1, await given.InDb(db => Task.FromResult(db.Set<CardRequest>().Count())));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Planned_sessions_answer_it_and_one_called_off_is_told_and_planned_again(Database database)
    {
        await using var given = await GivenSession.Start(database);
        await Ask(given);

        await given.Plan(day: Day, withCards: true);
        var planned = await Answer(given, 1);
        await given.Press("callOff");
        var calledOff = await Answer(given, 2);
        var between = await State(given);
        await given.Plan(day: Day.AddDays(1), withCards: true);
        var again = await Answer(given, 3);

        var session = Assert.Single(planned.Sessions);
        Assert.Equal(("Trạm Y tế", Day, 450, 690, 3, false), (session.Place, session.Day, session.Opens, session.Closes, session.People, session.IsCalledOff));
        Assert.Equal((Code, GivenHouse.Station, (string?)null), (planned.Request, planned.UnitCode, planned.Declined));
        Assert.Equal((session.Code, 0, true), calledOff.Sessions.Select(one => (one.Code, one.People, one.IsCalledOff)).Single());
        Assert.Equal(CardRequestState.Open, between);
        Assert.Equal([true, false], again.Sessions.Select(one => one.IsCalledOff).ToArray());
        Assert.Equal(CardRequestState.Answered, await State(given));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_station_declines_once_with_a_reason(Database database)
    {
        await using var given = await GivenSession.Start(database);
        await Ask(given);

        var silent = await Decline(given, " ");
        var declined = await Decline(given, "hết vắc xin đến tháng sau");
        var again = await Decline(given, "hết vắc xin");
        await given.Plan(day: Day, withCards: true);

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { silent, declined, again });
        var answer = await Answer(given, 1);
        Assert.Equal("hết vắc xin đến tháng sau", answer.Declined);
        Assert.Empty(answer.Sessions);
        Assert.Null((await given.Session()).CardRequestId);
        Assert.Single(given.Survey.Partner.Cards);
    }

    [Fact]
    public async Task A_session_without_cards_or_on_another_day_answers_nothing()
    {
        await using var given = await GivenSession.Start(Database.Sqlite);
        await Ask(given);

        await given.Plan(day: Day);
        await given.Press("callOff");
        await given.Plan(day: Day.AddDays(9), withCards: true);

        Assert.Equal(CardRequestState.Open, await State(given));
        Assert.Equal((true, null), ((await given.Session()).WithCards, (await given.Session()).CardRequestId));
    }

    [Fact]
    public async Task Another_station_and_the_committee_do_not_answer_it()
    {
        await using var given = await GivenSession.Start(Database.Sqlite);
        await Ask(given);
        using var neighbour = given.Survey.House.Caller(GivenHouse.OtherStation);

        var other = await Decline(given, "không", neighbour);
        var committee = await Decline(given, "không", given.Survey.Committee);

        Assert.Equal(HttpStatusCode.NotFound, other);
        Assert.NotEqual(HttpStatusCode.OK, committee);
        Assert.Equal(CardRequestState.Open, await State(given));
    }

    private static Task<Receipt> Ask(GivenSession given) => given.Survey.Partner.Tell<CardRequestSent, Receipt>(new CardRequestSent(
        Code, "CAX-06226", "Công an xã Hợp Thành", "06226", Day, Day.AddDays(4), 2, 25, "cần phòng có ổ điện", DateTimeOffset.UnixEpoch.AddYears(56)));

    private static async Task<HttpStatusCode> Decline(GivenSession given, string reason, HttpClient? by = null)
    {
        var caller = by ?? given.Station;
        var request = await given.InDb(db => Task.FromResult(db.Set<CardRequest>().Select(request => request.Id).Single()));
        var page = await caller.GetStringAsync("/sessions", GivenHouse.Stop);
        using var response = await caller.Submit("/sessions?handler=decline", page, ("request", $"{request}"), ("reason", reason));
        return response.StatusCode;
    }

    private static Task<CardRequestState> State(GivenSession given) => given.InDb(db => Task.FromResult(db.Set<CardRequest>().Select(request => request.State).Single()));

    // The answer of that number, once it has crossed.
    private static async Task<CardRequestAnswered> Answer(GivenSession given, int number)
    {
        for (var tries = 0; given.Survey.Partner.Cards.Count < number; tries++)
        {
            Assert.True(tries < 600, "No answer has come within half a minute.");
            await Task.Delay(50, GivenHouse.Stop);
        }

        return given.Survey.Partner.Cards.ElementAt(number - 1);
    }
}
