using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Register.Cards;
using XacThuc.Register.Cards.Answer;
using XacThuc.Register.Cards.Ask;
using XacThuc.Register.Tests.Houses;
using XacThuc.Register.Tests.Verification;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using Xunit;
using static XacThuc.Register.Tests.Verification.GivenLists;

namespace XacThuc.Register.Tests.Cards;

/// <summary>The police ask for sessions with cards and learn what the station plans.</summary>
public sealed class CardRequestTests
{
    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateOnly Tomorrow => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_request_is_kept_numbered_and_posted(string kind)
    {
        await using var given = await Start(kind);

        await Ask(given, Officer);
        await Ask(given, District);
        await Ask(given, Officer);

        var codes = await given.InDb(db => db.Set<CardRequest>().OrderBy(request => request.Id).Select(request => request.Code).ToListAsync(Stop));
        var year = Web.Shell.Shown.Day(TimeProvider.System.GetUtcNow()).Year;
        Assert.Equal([$"CC-CAX-06226-{year}-001", $"CC-CAH-183-{year}-001", $"CC-CAX-06226-{year}-002"], codes);
        Assert.Equal(3, await given.InDb(db => db.Set<KeptMessage>().CountAsync(message => message.Kind == "cards.request.v1", Stop)));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_and_nothing_is_sent()
    {
        await using var given = await Start("sqlite");

        var refused = new[]
        {
            await Ask(given, Elsewhere), await Ask(given, Officer, to: Tomorrow.AddDays(-1)), await Ask(given, Officer, from: Tomorrow.AddDays(-9), to: Tomorrow.AddDays(-5)),
            await Ask(given, Officer, to: Tomorrow.AddDays(91)), await Ask(given, Officer, teams: 0),
            await Ask(given, Officer with { Role = AccountRole.RegisterOperator }),
        };

        Assert.Equal(
            ["cards.not_there", "cards.days", "cards.days", "cards.days", "cards.teams", "cards.not_there"],
            refused.Select(result => result.Refusal?.Code).ToArray());
        Assert.Equal(0, await given.InDb(db => db.Set<KeptMessage>().CountAsync(Stop)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_last_answer_holds_and_what_was_called_off_or_moved_is_seen(string kind)
    {
        await using var given = await Start(kind);
        await Ask(given, Officer);
        var (first, second) = (Session("BT-1", Tomorrow, 40), Session("BT-2", Tomorrow.AddDays(1), 30));

        await Answer(given, null, first, second);
        var planned = await Request(given);
        await given.Use((NoteAnswer note) => note.Run(planned.Id, planned.Version, Officer, Stop));
        var quiet = await News(given, Officer);
        await Answer(given, null, first with { People = 0, IsCalledOff = true }, second with { Opens = 480 });
        var (loud, elsewhere) = (await News(given, District), await News(given, Elsewhere));
        var days = await given.InDb(db => db.Set<CardDay>().OrderBy(day => day.Code).ToListAsync(Stop));

        Assert.Equal((CardRequestState.Planned, "Trạm Y tế xã Hợp Thành"), (planned.State, planned.Station));
        Assert.Equal((0, 1, 0), (quiet, loud, elsewhere));
        Assert.Equal([(true, false, 0), (false, true, 30)], days.Select(day => (day.IsCalledOff, day.IsMoved, day.People)).ToArray());
        Assert.Equal(CardRequestState.Planned, (await Request(given)).State);
    }

    [Fact]
    public async Task A_request_whose_sessions_are_all_called_off_waits_again_and_a_declined_one_says_why()
    {
        await using var given = await Start("sqlite");
        await Ask(given, Officer);

        await Answer(given, null, Session("BT-1", Tomorrow, 0) with { IsCalledOff = true });
        var waits = (await Request(given)).State;
        await Answer(given, "hết vắc xin");

        Assert.Equal(CardRequestState.Asked, waits);
        Assert.Equal((CardRequestState.Declined, "hết vắc xin"), ((await Request(given)).State, (await Request(given)).Declined));
    }

    [Fact]
    public async Task An_answer_that_was_read_before_a_newer_one_came_does_not_note_that_one()
    {
        await using var given = await Start("sqlite");
        await Ask(given, Officer);
        await Answer(given, null, Session("BT-1", Tomorrow, 10));
        var read = await Request(given);
        await Answer(given, null, Session("BT-1", Tomorrow, 0) with { IsCalledOff = true });

        var noted = await given.Use((NoteAnswer note) => note.Run(read.Id, read.Version, Officer, Stop));

        Assert.Equal("cards.changed", noted.Refusal?.Code);
        Assert.Equal(1, await News(given, Officer));
    }

    private static CardSession Session(string code, DateOnly day, int people) => new(code, "Trạm Y tế", day, 450, 690, people, false);

    private static Task<Result<CardRequest>> Ask(GivenLists given, SignedIn who, DateOnly? from = null, DateOnly? to = null, int teams = 1) =>
        given.Use((AskForCards ask) => ask.Run(new CardsAsked("06226", from ?? Tomorrow, to ?? Tomorrow.AddDays(5), teams, 20, "cần ổ điện"), who, Stop));

    private static async Task Answer(GivenLists given, string? declined, params CardSession[] sessions)
    {
        var request = await Request(given);
        await given.Use((TakeAnswer take) => take.Answer(
            new BorderCall(Guid.NewGuid(), "platform", DateTimeOffset.UnixEpoch),
            new CardRequestAnswered(request.Code, "TYT-06226", "Trạm Y tế xã Hợp Thành", declined, sessions, TimeProvider.System.GetUtcNow()), Stop));
    }

    private static Task<CardRequest> Request(GivenLists given) => given.InDb(db => db.Set<CardRequest>().AsNoTracking().SingleAsync(Stop));

    private static Task<long> News(GivenLists given, SignedIn who) => given.InDb(async db => (await new CardsToday(db).For(who, Stop)).Single().Count);
}
