using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions;

/// <summary>Steps that waited in the browser while the network was away.</summary>
public sealed class LaterTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Steps_that_waited_are_taken_once_though_they_are_sent_again(Database database)
    {
        // Of yesterday, so that it is the same at any hour.
        await using var given = await GivenSession.Start(database);
        await given.Plan(day: GivenSession.Today.AddDays(-1), lateReason: "mất mạng");
        await given.Receive("FH8020", 50, "2099-12-31");
        await given.Take(10);
        var lot = await given.InDb(db => db.Set<Platform.Lots.Lot>().AsNoTracking().SingleAsync());
        object[] steps =
        [
            new { Key = Guid.NewGuid(), Number = 1, Kind = "Screen", SecondsAgo = 2400, Outcome = "Fit" },
            new { Key = Guid.NewGuid(), Number = 1, Kind = "Inject", SecondsAgo = 2300, Lot = lot.Id },
            new { Key = Guid.NewGuid(), Number = 1, Kind = "Leave", SecondsAgo = 400 },
            new { Key = Guid.NewGuid(), Number = 2, Kind = "Screen", SecondsAgo = 300, Outcome = "Deferred", Note = "sốt 38,5" },
        ];

        foreach (var step in steps) Assert.True((await Send(given, step)).IsTaken);
        foreach (var step in steps) Assert.True((await Send(given, step)).IsTaken);

        Assert.Single(await given.Doses());
        var bookings = await given.Bookings();
        Assert.Equal([BookingState.Left, BookingState.Deferred, BookingState.Booked], bookings.Select(booking => booking.State).ToArray());
        Assert.InRange(TimeProvider.System.GetUtcNow() - bookings[0].InjectedAt!.Value, TimeSpan.FromSeconds(2300), TimeSpan.FromSeconds(2400));
    }

    [Fact]
    public async Task What_another_desk_did_meanwhile_is_told_and_nothing_is_overwritten()
    {
        await using var given = await GivenSession.Planned(Database.Sqlite);
        var lot = await given.InDb(db => db.Set<Platform.Lots.Lot>().AsNoTracking().SingleAsync());
        await given.Desk(1, "screen", ("outcome", "Fit"));
        await given.Inject(1);

        var second = await Send(given, new { Key = Guid.NewGuid(), Number = 1, Kind = "Inject", SecondsAgo = 60, Lot = lot.Id });
        var early = await Send(given, new { Key = Guid.NewGuid(), Number = 1, Kind = "Leave", SecondsAgo = 10 });
        var unknown = await Send(given, new { Key = Guid.NewGuid(), Number = 99, Kind = "Arrive", SecondsAgo = 10 });

        Assert.Equal((false, "This person is at another step. Load again to see."), second);
        Assert.Contains("Half an hour", early.Sentence, StringComparison.Ordinal);
        Assert.Contains("no such person", unknown.Sentence, StringComparison.Ordinal);
        Assert.Single(await given.Doses());
    }

    [Fact]
    public async Task The_desk_knows_who_is_invited_and_which_lots_are_left_and_keeps_nothing_on_disk()
    {
        await using var given = await GivenSession.Planned(Database.Sqlite);
        using var answer = await given.Station.GetAsync(await Address(given), GivenHouse.Stop);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(GivenHouse.Stop);

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(["vi van xuan", "nong thi hoa", "ly van quan"], told.GetProperty("people").EnumerateArray().Select(one => one.GetProperty("search").GetString()!), StringComparer.Ordinal);
        Assert.Equal(10, told.GetProperty("lots")[0].GetProperty("left").GetInt32());
    }

    [Fact]
    public async Task Other_units_learn_and_send_nothing()
    {
        await using var given = await GivenSession.Planned(Database.Sqlite);
        using var other = given.Survey.House.Caller(GivenHouse.OtherStation);

        using var answer = await other.GetAsync(await Address(given), GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<string> Address(GivenSession given) => $"/sessions/{(await given.Session()).Id}/desk/later";

    private static async Task<(bool IsTaken, string? Sentence)> Send(GivenSession given, object step)
    {
        var desk = await given.Station.GetStringAsync($"/sessions/{(await given.Session()).Id}/desk", GivenHouse.Stop);
        using var answer = await given.Station.Post(await Address(given), desk, step);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(GivenHouse.Stop);
        return (told.GetProperty("isTaken").GetBoolean(), told.GetProperty("sentence").GetString());
    }
}
