using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

public sealed class TakeScansTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_place_is_registered_a_device_enrolled_and_a_scan_seen_on_the_places_page(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        using var phone = await given.Device(place);

        var (status, said) = await GivenPlace.Send(phone, given.Scan(), given.Scan(way: "out"), given.Scan(verdict: "rule-not-met", reasons: "over"));
        var page = await given.Me.GetStringAsync($"/check-points/{place.Id}", GivenHouse.Stop);

        Assert.Equal((HttpStatusCode.OK, 3), (status, said.GetProperty("kept").GetArrayLength()));
        Assert.Contains("Today: 3 scans, 2 in, 1 out.", page, StringComparison.Ordinal);
        Assert.Contains("N*** V*** A", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NGUYEN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("162979388586171100", page, StringComparison.Ordinal);
        Assert.Contains("over", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task What_is_sent_again_is_kept_and_counted_once(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        using var phone = await given.Device(place);
        var scan = given.Scan();

        await GivenPlace.Send(phone, scan);
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GivenPlace.Send(phone, scan, scan)));

        Assert.All(again, one => Assert.Equal(HttpStatusCode.OK, one.Status));
        Assert.Equal(1, await given.House.InDb(db => db.Set<Scan>().CountAsync()));
        Assert.Equal(1, await given.House.InDb(db => db.Set<HourCount>().SumAsync(hour => hour.In)));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_wrong_scan_in_the_middle_is_named_and_nothing_is_kept(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        using var phone = await given.Device(await given.Register());
        var wrong = Guid.NewGuid();

        var (status, said) = await GivenPlace.Send(phone, given.Scan(), given.Scan(wrong, way: "sideways"), given.Scan());

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1, wrong, "way"), (status, said.GetProperty("index").GetInt32(), said.GetProperty("scan").GetGuid(), said.GetProperty("part").GetString()));
        Assert.Equal((0, 0), await given.House.InDb(async db => (await db.Set<Scan>().CountAsync(), await db.Set<HourCount>().CountAsync())));
    }

    [Fact]
    public async Task What_is_no_scan_is_refused_whatever_it_is()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        using var phone = await given.Device(await given.Register());

        foreach (var (text, expected) in new[]
        {
            ("", HttpStatusCode.UnprocessableEntity), ("[]", HttpStatusCode.UnprocessableEntity), ("{}", HttpStatusCode.UnprocessableEntity), ("{\"scans\":[null]}", HttpStatusCode.UnprocessableEntity),
            ("{\"scans\":[{\"id\":\"x\"}]}", HttpStatusCode.UnprocessableEntity), ("{\"scans\":[" + string.Concat(Enumerable.Repeat("{},", 500)) + "{}]}", HttpStatusCode.RequestEntityTooLarge),
            ("{\"scans\":[],\"more\":\"" + new string('a', 1 << 20) + "\"}", HttpStatusCode.RequestEntityTooLarge), ("{\"scans\":[]}", HttpStatusCode.OK),
            (new string('[', 5000), HttpStatusCode.UnprocessableEntity),
        })
        {
            using var answer = await phone.PostAsync("/verifier/api/scans", new StringContent(text, System.Text.Encoding.UTF8, "application/json"), GivenHouse.Stop);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("verdict", "fine")]
    [InlineData("kind", "passport")]
    [InlineData("way", null)]
    [InlineData("at", "2001-01-01T00:00:00Z")]
    [InlineData("at", "2099-01-01T00:00:00Z")]
    public async Task The_part_that_is_wrong_is_named(string part, string? value)
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        using var phone = await given.Device(await given.Register());
        var scan = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = Guid.NewGuid(), ["at"] = given.Clock.GetUtcNow(), ["way"] = "in", ["kind"] = "hcert", ["verdict"] = "genuine", [part] = value };

        var (status, said) = await GivenPlace.Send(phone, scan);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, part), (status, said.GetProperty("part").GetString()));
    }

    [Fact]
    public async Task Nobody_is_kept_of_what_is_not_genuine_and_of_others_nothing_stands_in_the_clear()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        using var phone = await given.Device(await given.Register());

        await GivenPlace.Send(phone, given.Scan(verdict: "not-genuine", reasons: "signature-wrong"), given.Scan(paper: "020087000011"));
        var scans = await given.House.InDb(db => db.Set<Scan>().AsNoTracking().OrderByDescending(scan => scan.Verdict).ToListAsync());

        Assert.Equal(((byte[]?)null, (byte[]?)null), (scans[0].Person, scans[0].QidKey));
        Assert.NotNull(scans[1].PaperKey);
        Assert.DoesNotContain("NGUYEN", System.Text.Encoding.UTF8.GetString(scans[1].Person!), StringComparison.Ordinal);
        Assert.DoesNotContain("020087000011", await given.Stored(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_masked_number_finds_nobody()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        using var phone = await given.Device(await given.Register());

        await GivenPlace.Send(phone, given.Scan(paper: "******000011"));

        Assert.Null(await given.House.InDb(db => db.Set<Scan>().Select(scan => scan.PaperKey).SingleAsync()));
    }

    [Fact]
    public async Task A_clock_that_is_ahead_is_set_back_and_what_is_past_its_time_is_acknowledged_and_not_kept()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        using var phone = await given.Device(await given.Register());

        var (status, said) = await GivenPlace.Send(phone, given.Scan(at: given.Clock.GetUtcNow().AddHours(3)), given.Scan(at: given.Clock.GetUtcNow().AddDays(-22)));
        var kept = await given.House.InDb(db => db.Set<Scan>().AsNoTracking().SingleAsync());

        Assert.Equal((HttpStatusCode.OK, 2), (status, said.GetProperty("kept").GetArrayLength()));
        Assert.Equal(kept.ReceivedAt, kept.At);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Many_devices_of_one_place_at_once_lose_no_scan_and_no_count(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        var phones = new List<HttpClient>();
        for (var i = 0; i < 6; i++) phones.Add(await given.Device(place));

        await Task.WhenAll(phones.Select(async phone =>
        {
            for (var i = 0; i < 10; i++)
                Assert.Equal(HttpStatusCode.OK, (await GivenPlace.Send(phone, given.Scan(reasons: ["over", "key-unknown"]), given.Scan(way: "out", reasons: ["key-unknown", "over"]))).Status);
        }));

        Assert.Equal((120, 60L, 60L), await given.House.InDb(async db => (await db.Set<Scan>().CountAsync(), await db.Set<HourCount>().SumAsync(hour => hour.In), await db.Set<HourCount>().SumAsync(hour => hour.Out))));
        Assert.Equal([120L, 120L], await given.House.InDb(db => db.Set<ReasonCount>().Select(reason => reason.Count).ToListAsync()));
        phones.ForEach(phone => phone.Dispose());
    }
}
