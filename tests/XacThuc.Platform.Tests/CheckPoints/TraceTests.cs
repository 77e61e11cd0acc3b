using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Trace;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

public sealed class TraceTests
{
    private const string Sick = "162979388586171100";
    private const string Near = "162979388586171101";
    private const string Far = "162979388586171102";
    private const string Uvci = "URN:UVCI:01:VN:5E6A0F0C2D3B4A59887766554433221A";

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Whom_somebody_met_is_uncovered_once_two_people_agree_and_for_a_day(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await Scanned(given);
        using var one = Centre(given, "centre.one");
        using var two = Centre(given, "centre.two");

        var address = await Ask(one, Form(given, place, ("Kind", nameof(TraceKind.Person)), ("Number", Sick)));
        var waiting = await one.GetStringAsync(address, GivenHouse.Stop);
        using var alone = await one.Submit($"{address}?handler=approve", waiting);
        using var approved = await two.Submit($"{address}?handler=approve", await two.GetStringAsync(address, GivenHouse.Stop));
        var (seen, others) = (await one.GetStringAsync(address, GivenHouse.Stop), await two.GetStringAsync(address, GivenHouse.Stop));
        using var copy = await one.GetAsync($"{address}?handler=export", GivenHouse.Stop);
        given.Clock.Set(1, 9, 31);
        var (after, late) = (await one.GetStringAsync(address, GivenHouse.Stop), await one.GetAsync($"{address}?handler=export", GivenHouse.Stop));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound), (alone.StatusCode, approved.StatusCode, copy.StatusCode, late.StatusCode));
        Assert.Equal((false, true, false, false), (waiting.Contains("TRAN THI BINH", StringComparison.Ordinal), seen.Contains("TRAN THI BINH", StringComparison.Ordinal), others.Contains("TRAN THI BINH", StringComparison.Ordinal), after.Contains("TRAN THI BINH", StringComparison.Ordinal)));
        Assert.DoesNotContain("LE VAN CHIEN", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Sick, waiting, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await copy.Content.ReadAsByteArrayAsync(GivenHouse.Stop))[..2]);
        Assert.Equal(
            ["trace.ask", "trace.approve", "trace.look", "trace.export"],
            await given.House.InDb(db => db.Audit.Where(entry => entry.Subject.StartsWith("trace:")).OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Somebody_who_showed_a_certificate_is_found_by_the_number_of_the_record(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        await given.House.Import("Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã\nr1,Nguyễn Văn An,Nam,02/09/1987,020087000011,06226\n");
        await given.House.InDb(async db =>
        {
            db.Add(new IssuedCertificate
            {
                Uvci = Uvci,
                RecordId = (await db.Set<VaccinationRecord>().SingleAsync()).Id,
                RecordVersion = 1,
                UnitId = 1,
                Disease = "840539006",
                Text = "HC1:",
                Basis = [1],
                Dose = 2,
                Doses = 2,
                KeyId = "00",
                IssuedAt = given.Clock.GetUtcNow(),
                ExpiresAt = given.Clock.GetUtcNow().AddMonths(12),
            });
            await db.SaveChangesAsync();
        });
        using var phone = await given.Device(place);
        await GivenPlace.Send(
            phone,
            new { id = Guid.NewGuid(), at = given.Clock.GetUtcNow().AddHours(-2), way = "in", kind = "hcert", verdict = "genuine", reasons = Array.Empty<string>(), person = new { name = "Nguyễn Văn An", born = "1987", certificate = Uvci } },
            given.Scan(qid: Near, name: "TRAN THI BINH", at: given.Clock.GetUtcNow().AddHours(-2)));

        var seen = await Approved(given, Form(given, place, ("Kind", nameof(TraceKind.Person)), ("Number", "020087000011")));

        Assert.Contains("TRAN THI BINH", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_at_a_place_is_told_and_who_had_left_is_not()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await Scanned(given);
        var now = given.Clock.GetUtcNow();

        var seen = await Approved(given, Form(given, place, ("Minutes", "0"), ("From", At(now.AddMinutes(-125))), ("Until", At(now.AddMinutes(-115)))));

        Assert.Equal((true, true, false), (seen.Contains("NGUYEN VAN AN", StringComparison.Ordinal), seen.Contains("TRAN THI BINH", StringComparison.Ordinal), seen.Contains("LE VAN CHIEN", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_who_came_long_before_and_left_long_after_was_there()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await given.Register();
        using var phone = await given.Device(place);
        var now = given.Clock.GetUtcNow();
        await GivenPlace.Send(phone, given.Scan(qid: Near, name: "TRAN THI BINH", at: now.AddHours(-8)), given.Scan(qid: Near, name: "TRAN THI BINH", way: "out", at: now.AddMinutes(-1)), given.Scan(qid: Sick, at: now.AddHours(-4)));

        var seen = await Approved(given, Form(given, place, ("Kind", nameof(TraceKind.Person)), ("Number", Sick), ("From", At(now.AddHours(-5))), ("Until", At(now.AddHours(-3)))));

        Assert.Contains("TRAN THI BINH", seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reason", "short")]
    [InlineData("CaseNumber", "")]
    [InlineData("Number", "123")]
    [InlineData("Minutes", "241")]
    [InlineData("From", "2020-01-01T00:00")]
    public async Task Without_a_case_a_reason_and_a_span_nothing_is_asked(string field, string value)
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await given.Register();
        using var one = Centre(given, "centre.one");

        using var answer = await one.Submit("/check-points/trace", await one.GetStringAsync("/check-points/trace", GivenHouse.Stop), Form(given, place, [("Kind", nameof(TraceKind.Person)), .. field == "Number" ? [] : new[] { ("Number", Sick) }, (field, value)]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await given.House.InDb(db => db.Set<TraceQuery>().CountAsync()));
    }

    [Fact]
    public async Task A_refused_query_opens_to_nobody_and_says_why()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await Scanned(given);
        using var one = Centre(given, "centre.one");
        using var two = Centre(given, "centre.two");
        var address = await Ask(one, Form(given, place));

        using var silent = await two.Submit($"{address}?handler=refuse", await two.GetStringAsync(address, GivenHouse.Stop));
        using var refused = await two.Submit($"{address}?handler=refuse", await two.GetStringAsync(address, GivenHouse.Stop), ("word", "span is too wide"));
        using var again = await two.Submit($"{address}?handler=approve", await two.GetStringAsync("/check-points/trace", GivenHouse.Stop));
        var seen = await one.GetStringAsync(address, GivenHouse.Stop);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict), (silent.StatusCode, refused.StatusCode, again.StatusCode));
        Assert.Contains("span is too wide", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("NGUYEN", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_health_centre_traces()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        foreach (var (unit, role) in new[] { (GivenPlace.Operator, AccountRole.DistrictOperator), (GivenPlace.School, AccountRole.Agency), (GivenHouse.Station, AccountRole.HealthStation), ("VP-183", AccountRole.DistrictOffice) })
        {
            using var caller = given.House.Caller(unit, role);
            using var answer = await caller.GetAsync("/check-points/trace", GivenHouse.Stop);
            Assert.False(answer.StatusCode == HttpStatusCode.OK && answer.RequestMessage!.RequestUri!.AbsolutePath.Equals("/check-points/trace", StringComparison.Ordinal), role.ToString());
        }
    }

    internal static (string Name, string Value)[] Form(GivenPlace given, CheckPoint place, params (string Name, string Value)[] otherwise)
    {
        var now = given.Clock.GetUtcNow();
        (string Name, string Value)[] form =
        [
            ("Kind", nameof(TraceKind.Place)), ("Number", ""), ("Place", place.Code), ("From", At(now.AddHours(-6))), ("Until", At(now)), ("Minutes", "15"), ("CaseNumber", "CB-01"), ("Reason", "Outbreak at the school"),
        ];
        return [.. form.Where(field => !otherwise.Any(other => other.Name.Equals(field.Name, StringComparison.Ordinal))), .. otherwise];
    }

    // The sick one was there from two and a half hours to one and a half hours ago; one other within that time; one left an hour before.
    private static async Task<CheckPoint> Scanned(GivenPlace given)
    {
        var place = await given.Register();
        using var phone = await given.Device(place);
        var now = given.Clock.GetUtcNow();
        var (status, _) = await GivenPlace.Send(
            phone,
            given.Scan(qid: Sick, at: now.AddMinutes(-150)), given.Scan(qid: Sick, way: "out", at: now.AddMinutes(-90)),
            given.Scan(qid: Near, name: "TRAN THI BINH", at: now.AddMinutes(-130)), given.Scan(qid: Near, name: "TRAN THI BINH", way: "out", at: now.AddMinutes(-100)),
            given.Scan(qid: Far, name: "LE VAN CHIEN", at: now.AddMinutes(-240)), given.Scan(qid: Far, name: "LE VAN CHIEN", way: "out", at: now.AddMinutes(-210)));
        Assert.Equal(HttpStatusCode.OK, status);
        return place;
    }

    private static HttpClient Centre(GivenPlace given, string name) => given.House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre, name);

    private static async Task<string> Ask(HttpClient caller, (string Name, string Value)[] form)
    {
        using var asked = await caller.Submit("/check-points/trace", await caller.GetStringAsync("/check-points/trace", GivenHouse.Stop), form);
        Assert.True(asked.IsSuccessStatusCode, await asked.Content.ReadAsStringAsync(GivenHouse.Stop));
        return asked.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static async Task<string> Approved(GivenPlace given, (string Name, string Value)[] form)
    {
        using var one = Centre(given, "centre.one");
        using var two = Centre(given, "centre.two");
        var address = await Ask(one, form);
        using var approved = await two.Submit($"{address}?handler=approve", await two.GetStringAsync(address, GivenHouse.Stop));
        return await one.GetStringAsync(address, GivenHouse.Stop);
    }

    private static string At(DateTimeOffset at)
    {
        var day = Shown.Day(at);
        return (day.ToDateTime(TimeOnly.MinValue) + (at - Shown.Midnight(day))).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
    }
}
