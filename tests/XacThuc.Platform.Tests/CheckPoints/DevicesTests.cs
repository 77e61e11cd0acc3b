using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

public sealed class DevicesTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_link_enrols_one_phone_once(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        var token = await given.Link(place);

        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => given.Enrol(token)));

        Assert.Single(tries, one => one.Status == HttpStatusCode.Created);
        Assert.Equal(5, tries.Count(one => one.Status == HttpStatusCode.Gone));
        var said = tries.Single(one => one.Status == HttpStatusCode.Created).Said;
        Assert.Equal((place.Code, place.Name, GivenPlace.School), (said.GetProperty("place").GetProperty("code").GetString(), said.GetProperty("place").GetProperty("name").GetString(), said.GetProperty("place").GetProperty("unit").GetString()));
        Assert.True(said.GetProperty("bundleKeys").GetArrayLength() > 0);
        Assert.Equal(1, await given.House.InDb(db => db.Set<CheckDevice>().CountAsync()));
    }

    [Fact]
    public async Task A_link_is_over_after_a_day_and_an_unknown_one_is_not_there()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var token = await given.Link(await given.Register());
        given.Clock.Set(1, 9, 1);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), ((await given.Enrol(token)).Status, (await given.Enrol("nothing")).Status));
    }

    [Fact]
    public async Task Token_and_secret_are_kept_as_hashes_alone()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var token = await given.Link(await given.Register());
        var (_, said) = await given.Enrol(token);

        var stored = await given.Stored();

        Assert.DoesNotContain(token, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(said.GetProperty("secret").GetString()!.Split('.')[1], stored, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_lost_device_is_out_at_once_and_others_stay(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        using var lost = await given.Device(place);
        using var other = await given.Device(place);
        var address = $"/check-points/{place.Id}/devices";
        var page = await given.Me.GetStringAsync(address, GivenHouse.Stop);
        var id = await given.House.InDb(db => db.Set<CheckDevice>().OrderBy(device => device.Id).Select(device => device.Id).FirstAsync());

        using var off = await given.Me.Submit($"{address}?handler=off", page, ("device", $"{id}"));

        Assert.Equal(HttpStatusCode.OK, off.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GivenPlace.Send(lost, given.Scan())).Status);
        using var asked = await lost.GetAsync("/verifier/api/device", GivenHouse.Stop);
        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GivenPlace.Send(other, given.Scan())).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer x")]
    [InlineData("Bearer .")]
    [InlineData("Bearer 0123456789abcdef0123456789abcdef.AAAA")]
    [InlineData("Basic eDp5")]
    public async Task Whoever_is_not_enrolled_is_not_let_in(string? authorization)
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        using var phone = given.House.Anybody();
        if (authorization is not null) phone.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, (await GivenPlace.Send(phone, given.Scan())).Status);
    }

    [Fact]
    public async Task The_secret_of_one_device_does_not_open_another()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await given.Register();
        var (_, first) = await given.Enrol(await given.Link(place));
        var (_, second) = await given.Enrol(await given.Link(place));
        using var phone = given.House.Anybody();
        phone.DefaultRequestHeaders.Add("Authorization", $"Bearer {first.GetProperty("device").GetString()}.{second.GetProperty("secret").GetString()!.Split('.')[1]}");

        Assert.Equal(HttpStatusCode.Unauthorized, (await GivenPlace.Send(phone, given.Scan())).Status);
    }

    [Fact]
    public async Task No_link_is_made_at_a_closed_place_and_none_by_another_unit()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await given.Register();
        var address = $"/check-points/{place.Id}";
        var page = await given.Me.GetStringAsync(address, GivenHouse.Stop);
        using var closed = await given.Me.Submit($"{address}?handler=close", page);
        using var link = await given.Me.Submit($"{address}/devices?handler=link", page, ("guard", "Bảo vệ Tâm"));
        using var other = given.House.Caller(GivenPlace.OtherSchool, AccountRole.Agency);
        using var theirs = await other.GetAsync($"{address}/devices", GivenHouse.Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.NotFound), (closed.StatusCode, link.StatusCode, theirs.StatusCode));
    }
}
