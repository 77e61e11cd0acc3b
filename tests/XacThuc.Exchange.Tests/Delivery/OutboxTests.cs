using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Tests.Houses;
using Xunit;

namespace XacThuc.Exchange.Tests.Delivery;

public sealed class OutboxTests
{
    public static TheoryData<bool> Databases => TestDatabase.All;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_posted_while_the_partner_was_down_arrives_once_and_in_order(bool isPostgres)
    {
        await using var houses = await TwoHouses.Open(isPostgres);
        await houses.Answering.Stop();
        await Post(houses.Asking, Enumerable.Range(0, 20).Select(i => new Note("a:1", $"{i}")));
        await Answers.Until(() => Task.FromResult(houses.Asking.Partner.AwaySince is not null));

        await houses.Answering.Start();

        await Answers.Until(() => AllAnswered(houses.Asking));
        await using var db = houses.Answering.OpenDb();
        var told = await db.Notes.OrderBy(note => note.Id).Select(note => note.Text).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), told, StringComparer.Ordinal);
        Assert.Null(houses.Asking.Partner.AwaySince);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public async Task What_was_posted_by_a_clock_an_hour_off_arrives_once_the_clock_is_put_right(int minutes)
    {
        await using var houses = await TwoHouses.Open();
        houses.Asking.Clock.Offset = TimeSpan.FromMinutes(minutes);
        await Post(houses.Asking, [new Note("a:1", "x")]);
        await Answers.Until(async () =>
        {
            await using var db = houses.Asking.OpenDb();
            return await db.Set<KeptMessage>().AnyAsync(message => message.ProblemCode == "clock.off");
        });

        houses.Asking.Clock.Offset = TimeSpan.Zero;

        await Answers.Until(() => AllAnswered(houses.Asking));
        await using var told = houses.Answering.OpenDb();
        Assert.Equal(1, await told.Notes.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_wants_to_know_learns_the_answer_once()
    {
        await using var houses = await TwoHouses.Open();
        await Post(houses.Asking, [new Note("a:1", "four"), new Note("a:2", "sixsix")]);

        await Answers.Until(() => AllAnswered(houses.Asking));

        await using var db = houses.Asking.OpenDb();
        Assert.Equal(["4", "6"], await db.Notes.OrderBy(note => note.Text).Select(note => note.Text).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_refused_message_holds_its_own_subject_and_no_other()
    {
        await using var houses = await TwoHouses.Open();
        await Post(houses.Asking, [new Note("a:1", "refuse"), new Note("a:1", "behind"), new Note("a:2", "free")]);

        await Answers.Until(async () =>
        {
            await using var db = houses.Asking.OpenDb();
            return await db.Messages.AnyAsync(m => m.ProblemCode == "note.refused")
                && await db.Messages.AnyAsync(m => m.State == MessageState.Answered);
        });

        await using var told = houses.Answering.OpenDb();
        Assert.Equal(["free"], await told.Notes.Select(note => note.Text).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task While_the_partner_is_away_whoever_asks_is_told_without_a_try()
    {
        await using var houses = await TwoHouses.Open();
        await houses.Answering.Stop();
        for (var i = 0; i < 5; i++) await houses.Asking.Ask(new Question("?"));

        // Whoever tried to reach the partner would be heard here.
        using var listener = new TcpListener(IPAddress.Loopback, houses.Answering.Url.Port);
        listener.Start();
        var answer = await houses.Asking.Ask(new Question("?"));

        Assert.Equal("unreachable", answer.Outcome());
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task An_answer_that_was_lost_on_its_way_comes_when_asked_again()
    {
        await using var houses = await TwoHouses.Open();
        var id = Guid.NewGuid();
        houses.Answering.Before = http =>
        {
            // The house commits, and its answer never gets out.
            http.Response.Body = new DeadStream();
            return Task.FromResult(true);
        };
        var lost = await houses.Asking.Tell(new Note("a:1", "four"), id);
        houses.Answering.Before = null;

        var again = await houses.Asking.Tell(new Note("a:1", "four"), id);

        Assert.Equal("unreachable", lost.Outcome());
        Assert.Equal(4, again.Get().Length);
        await using var db = houses.Answering.OpenDb();
        Assert.Single(db.Notes);
    }

    private static async Task Post(TestHouse house, IEnumerable<Note> notes)
    {
        await using var db = house.OpenDb();
        foreach (var note in notes) house.Outbox.Post<Note, NoteRead>(db, note, Guid.NewGuid());
        await db.SaveChangesAsync();
    }

    private static async Task<bool> AllAnswered(TestHouse house)
    {
        await using var db = house.OpenDb();
        return !await db.Messages.AnyAsync(m => m.State != MessageState.Answered);
    }
}
