using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.CheckPoints.Status;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Portal.PersonalCode;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Acts;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

public sealed class StatusTests
{
    private const string People = "Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã\nr1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226\nr2,Nông Thị Hoa,Nữ,03/04/1950,020150000012,06226\n";

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_guard_is_told_how_many_doses_count_and_whether_that_is_all(Database database)
    {
        await using var given = await Given(database);
        using var phone = await given.Device(await given.Register());
        await Dose(given, "r1", 1, new DateOnly(2021, 8, 1));

        var one = await Ask(phone, new { paper = "020078000011", born = "1978" });
        await Dose(given, "r1", 2, new DateOnly(2021, 11, 2));
        var two = await Ask(phone, new { qid = await Qid(given, "r1") });

        Assert.Equal((true, 1, false, "2021-08-01"), Said(one));
        Assert.Equal((true, 2, true, "2021-11-02"), Said(two));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Nobody_a_mistyped_number_and_another_year_are_answered_alike(Database database)
    {
        await using var given = await Given(database);
        using var phone = await given.Device(await given.Register());
        await Dose(given, "r1", 1, new DateOnly(2021, 8, 1));

        var answers = new List<string>();
        foreach (var asked in new object[] { new { paper = "020078000099", born = "1978" }, new { paper = "02007800001", born = "1978" }, new { paper = "020078000011", born = "1979" }, new { paper = "020078000011" }, new { qid = "162979388586171199" } })
            answers.Add((await Ask(phone, asked)).GetRawText());

        Assert.Equal("""{"known":false,"doses":0,"complete":false,"last":null,"recovered":null,"test":null}""", Assert.Single(answers.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task That_a_device_asked_is_in_the_audit_for_whom_is_not_and_both_are_erased_from_the_visits()
    {
        await using var given = await Given(Database.Sqlite);
        var place = await given.Register();
        using var phone = await given.Device(place);

        await Ask(phone, new { paper = "020078000011", born = "1978" });
        var act = await given.House.InDb(db => db.Audit.AsNoTracking().SingleAsync(entry => entry.Kind == "status.ask"));
        var look = await given.House.InDb(db => db.Set<StatusLook>().AsNoTracking().SingleAsync());
        given.Clock.Set(22, 9);
        await given.House.InScope(services => services.GetRequiredService<Platform.CheckPoints.Erase.EraseScans>().Run(GivenHouse.Stop));

        Assert.Equal(("device", GivenPlace.School, place.Code), (act.Role, act.UnitCode, act.Reason));
        Assert.Equal(act.Who, act.Subject);
        Assert.Equal(place.Id, look.PlaceId);
        Assert.Equal(0, await given.House.InDb(db => db.Set<StatusLook>().CountAsync()));
    }

    [Fact]
    public async Task Who_asks_for_more_people_than_pass_a_gate_waits()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite, builder => builder.Services.AddSingleton(new Platform.CheckPoints.Devices.DeviceLimits { StatusesOfDevice = 3 }));
        using var phone = await given.Device(await given.Register());
        var statuses = new List<HttpStatusCode>();

        for (var i = 0; i < 4; i++)
        {
            using var answer = await phone.PostAsJsonAsync("/verifier/api/status", new { qid = $"{i}" }, GivenHouse.Stop);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_qid_of_a_joined_record_leads_to_the_one_it_was_joined_into_and_each_has_one(Database database)
    {
        await using var given = await Given(database);
        using var phone = await given.Device(await given.Register());
        var (first, again) = (await Qid(given, "r1"), await Qid(given, "r1"));
        await Dose(given, "r2", 1, new DateOnly(2021, 8, 1));
        await given.House.InDb(async db =>
        {
            var into = (await db.Set<Platform.Records.VaccinationRecord>().SingleAsync(record => record.ExternalId == "r2")).Id;
            await db.Set<Platform.Records.VaccinationRecord>().Where(record => record.ExternalId == "r1").ExecuteUpdateAsync(row => row.SetProperty(record => record.JoinedIntoId, into));
        });

        var status = await Ask(phone, new { qid = first });

        Assert.Equal((first, first), (again, await Qid(given, "r2")));
        Assert.Equal(18, first.Length);
        Assert.Equal((true, 1, false, "2021-08-01"), Said(status));
    }

    private static async Task<GivenPlace> Given(Database database)
    {
        var given = await GivenPlace.Start(database);
        await given.House.Import(People);
        return given;
    }

    private static async Task<string> Qid(GivenPlace given, string id)
    {
        var record = (await given.House.Records()).Single(record => record.ExternalId == id);
        return await given.House.InScope(services => services.GetRequiredService<Qids>().Of(record, Actor.House, GivenHouse.Stop));
    }

    private static async Task Dose(GivenPlace given, string id, int number, DateOnly day)
    {
        var record = (await given.House.Records()).Single(record => record.ExternalId == id);
        var product = VaccineCatalogue.Standard.FindWritten("Pfizer")!;
        await given.House.InDb(async db =>
        {
            db.Add(new Dose
            {
                EntryKey = Guid.NewGuid(),
                RecordId = record.Id,
                Number = number,
                Product = product.Code.ToString(),
                Lot = "FA1234",
                GivenOn = day,
                UnitId = record.UnitId,
                EnteredBy = "nurse",
                EnteredAt = given.Clock.GetUtcNow(),
                IsLate = true,
            });
            await db.SaveChangesAsync();
        });
    }

    private static async Task<JsonElement> Ask(HttpClient phone, object asked)
    {
        using var answer = await phone.PostAsJsonAsync("/verifier/api/status", asked, GivenHouse.Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(GivenHouse.Stop);
    }

    private static (bool, int, bool, string?) Said(JsonElement status) =>
        (status.GetProperty("known").GetBoolean(), status.GetProperty("doses").GetInt32(), status.GetProperty("complete").GetBoolean(), status.GetProperty("last").GetString());
}
