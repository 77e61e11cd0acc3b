using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Portal.LookUp;
using Xunit;

namespace XacThuc.Platform.Tests.Portal.Visits;

public sealed partial class VisitsTests
{
    private const string Code = "DKS-TYT-06226-2026-001";

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Who_scans_a_place_signs_in_comes_back_and_says_in_once(Database database)
    {
        await using var given = await Open(database);
        var record = await given.Record("r1");
        var sent = await GivenPortal.Read(given.Citizen.GetAsync($"/portal/place/{Code}", GivenHouse.Stop));
        var asked = await given.Ask(GivenLookUp.Form());
        var back = await given.Type(asked.Address, await given.LastCode());
        (string, string)[] form = [("visit", Visit().Match(back.Page).Groups["id"].Value), ("who", record.Ref), ("way", "In")];

        var done = await GivenPortal.Read(given.Citizen.Submit($"/portal/place/{Code}", back.Page, form));
        await GivenPortal.Read(given.Citizen.Submit($"/portal/place/{Code}", back.Page, form));
        var visits = await given.Citizen.GetStringAsync($"/portal/my/{record.Ref}/visits", GivenHouse.Stop);

        Assert.Equal(("/portal/look-up", $"/portal/place/{Code}"), (sent.Address, back.Address));
        Assert.Contains("Recorded: IN", done.Page, StringComparison.Ordinal);
        Assert.Contains("Chợ Cao Lộc", visits, StringComparison.Ordinal);
        Assert.Contains("declared by oneself", visits, StringComparison.Ordinal);
        var scan = await given.House.InDb(db => db.Set<Scan>().AsNoTracking().SingleAsync());
        Assert.Equal((ScanKind.Place, ScanWay.In, (long?)null, true), (scan.Kind, scan.Way, scan.DeviceId, scan.QidKey is not null));
        Assert.Equal(0, await given.House.InDb(db => db.Audit.CountAsync(entry => entry.Subject.Contains(Code) || entry.Reason.Contains(Code))));
    }

    [Fact]
    public async Task The_owner_of_the_place_sees_the_first_letters_alone()
    {
        await using var given = await Open(Database.Sqlite);
        await Declare(given);
        var place = await given.House.InDb(db => db.Set<CheckPoint>().Select(one => one.Id).SingleAsync());
        using var station = given.House.Caller();

        var page = await station.GetStringAsync($"/check-points/{place}", GivenHouse.Stop);

        Assert.Contains("L*** V*** Q", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Quân", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_the_police_have_not_found_right_finds_no_visits_of_whom_it_is()
    {
        await using var given = await Open(Database.Sqlite);
        await Declare(given);

        Assert.Null(await given.House.InDb(db => db.Set<Scan>().Select(scan => scan.PaperKey).SingleAsync()));
    }

    [Fact]
    public async Task At_a_closed_place_nothing_is_declared_and_an_unknown_one_is_not_there()
    {
        await using var given = await Open(Database.Sqlite);
        await given.SignIn(GivenLookUp.Form());
        await given.House.InDb(db => db.Set<CheckPoint>().ExecuteUpdateAsync(row => row.SetProperty(place => place.ClosedAt, place => place.RegisteredAt)));

        var closed = await given.Citizen.GetStringAsync($"/portal/place/{Code}", GivenHouse.Stop);
        using var unknown = await given.Citizen.GetAsync("/portal/place/DKS-NONE", GivenHouse.Stop);

        Assert.Contains("This check point is closed.", closed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Nobody_declares_for_somebody_else_or_sees_their_visits()
    {
        await using var given = await Open(Database.Sqlite);
        var other = await given.Record("r3");
        await given.SignIn(GivenLookUp.Form());
        var page = await given.Citizen.GetStringAsync($"/portal/place/{Code}", GivenHouse.Stop);

        var declared = await GivenPortal.Read(given.Citizen.Submit($"/portal/place/{Code}", page, ("visit", $"{Guid.NewGuid()}"), ("who", other.Ref), ("way", "In")));
        using var visits = await given.Citizen.GetAsync($"/portal/my/{other.Ref}/visits", GivenHouse.Stop);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (declared.Status, visits.StatusCode));
        Assert.Equal(0, await given.House.InDb(db => db.Set<Scan>().CountAsync()));
    }

    private static async Task<GivenLookUp> Open(Database database)
    {
        var given = await GivenLookUp.Open(database);
        await given.House.InDb(async db =>
        {
            var unit = await db.Units.SingleAsync(unit => unit.Code == GivenHouse.Station);
            db.Add(new CheckPoint
            {
                Code = Code,
                UnitId = unit.Id,
                Path = unit.Path,
                Name = "Chợ Cao Lộc",
                Address = "Thị trấn Cao Lộc",
                Kind = CheckPointKind.Market,
                Responsible = "Ban quản lý",
                Phone = "0912345678",
                RegisteredBy = "station",
                RegisteredAt = TimeProvider.System.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        return given;
    }

    private static async Task Declare(GivenLookUp given)
    {
        await given.SignIn(GivenLookUp.Form());
        var record = await given.Record("r1");
        var page = await given.Citizen.GetStringAsync($"/portal/place/{Code}", GivenHouse.Stop);
        var done = await GivenPortal.Read(given.Citizen.Submit($"/portal/place/{Code}", page, ("visit", $"{Guid.NewGuid()}"), ("who", record.Ref), ("way", "In")));
        Assert.Equal(HttpStatusCode.OK, done.Status);
    }

    [GeneratedRegex("name=\"visit\" value=\"(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Visit();
}
