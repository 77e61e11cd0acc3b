using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Portal.My.Family;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Portal.LookUp;
using Xunit;

namespace XacThuc.Platform.Tests.Portal.My;

/// <summary>A citizen's own page: what it tells, to whom, and what it leaves behind.</summary>
public sealed class MyPageTests
{
    [Fact]
    public async Task A_right_record_says_so_and_a_wrong_one_says_in_which_field_and_where_to_go()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        await given.House.Authenticate();
        using var other = given.Another();

        var right = await given.SignIn(GivenLookUp.Form());
        var wrong = await given.SignIn(GivenLookUp.Form("Vi Văn X", "01/02/1960", "Nam", "0912000003"), other);

        Assert.Contains("No dose is recorded. Your data agrees with the population register.", right, StringComparison.Ordinal);
        Assert.Contains("Name does not agree with the population register.", wrong, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"{GivenHouse.Station} keeps your record. Bring your card there", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_is_masked_for_a_phone_and_in_full_for_whom_VNeID_knows()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r1");
        using var verified = given.Another();
        await given.SignInByVNeId(Verified(record), verified);

        var phone = await given.SignIn(GivenLookUp.Form());
        var vneid = await verified.GetStringAsync("/portal/my", GivenHouse.Stop);

        Assert.DoesNotContain(record.IdNumber, phone, StringComparison.Ordinal);
        Assert.Contains(record.IdNumber, vneid, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looked_is_told_by_unit_and_never_by_name()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r1");
        using var station = given.House.Caller(name: "nurse.hoa");
        await station.GetStringAsync($"/records/{record.Ref}", GivenHouse.Stop);
        await station.GetStringAsync($"/records/{record.Ref}", GivenHouse.Stop);

        var own = await given.SignIn(GivenLookUp.Form());

        Assert.Contains($"{GivenHouse.Station} (Health station)", own, StringComparison.Ordinal);
        Assert.Contains("looked at the record (2 times)", own, StringComparison.Ordinal);
        Assert.DoesNotContain("nurse.hoa", own, StringComparison.Ordinal);
        Assert.Contains("record.own_view", await Kinds(given, record), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_record_is_checked_again_when_its_person_asks_and_not_without_end()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r3");
        await given.SignIn(GivenLookUp.Form("Vi Văn X", "01/02/1960", "Nam", "0912000003"));
        var address = $"/portal/my/{record.Ref}";

        var first = await given.Press(address, "check");
        HttpStatusCode[] more = [(await given.Press(address, "check")).Status, (await given.Press(address, "check")).Status, (await given.Press(address, "check")).Status];

        Assert.Contains("Checked again just now", first.Page, StringComparison.Ordinal);
        Assert.Contains("It differs from the population register.", first.Page, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], more);
    }

    [Fact]
    public async Task Another_persons_record_is_not_there_and_no_page_of_the_staff_opens()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var other = await given.Record("r2");
        await given.SignIn(GivenLookUp.Form());

        foreach (var page in (string[])["", "/family", "/data", "/phone"])
        {
            using var answer = await given.Citizen.GetAsync($"/portal/my/{other.Ref}{page}", GivenHouse.Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var staff = await given.Citizen.GetAsync($"/records/{other.Ref}", GivenHouse.Stop);
        Assert.StartsWith("/sign-in", staff.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_out_nothing_is_shown()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        await given.SignIn(GivenLookUp.Form());

        var left = await given.Press("/portal/sign-out", "");
        var after = await GivenPortal.Read(given.Citizen.GetAsync("/portal/my", GivenHouse.Stop));

        Assert.Equal(("/portal", "/portal/look-up"), (left.Address, after.Address));
    }

    [Fact]
    public async Task A_citizen_takes_the_data_away_for_programs_and_to_print()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r1");
        await given.SignInByVNeId(Verified(record));
        var page = await given.Citizen.GetStringAsync($"/portal/my/{record.Ref}/data", GivenHouse.Stop);

        using var json = await given.Citizen.Submit($"/portal/my/{record.Ref}/data?handler=json", page);
        using var pdf = await given.Citizen.Submit($"/portal/my/{record.Ref}/data?handler=pdf", page);

        var data = JsonSerializer.Deserialize<JsonElement>(await json.Content.ReadAsStringAsync(GivenHouse.Stop));
        Assert.Equal(record.IdNumber, data.GetProperty("record").GetProperty("id_number").GetString());
        Assert.Equal("%PDF", (await pdf.Content.ReadAsStringAsync(GivenHouse.Stop))[..4]);
        Assert.Equal(2, (await Kinds(given, record)).Count(kind => kind == "record.own_export"));
    }

    [Fact]
    public async Task The_phone_is_taken_off_the_record_when_its_person_wants_it()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r1");
        await given.SignIn(GivenLookUp.Form());

        await given.Press($"/portal/my/{record.Ref}/data", "phone");

        Assert.Equal("", (await given.Record("r1")).Phone);
        Assert.Equal("0912000001", (await given.Record("r2")).Phone);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_relative_sees_a_record_from_the_consent_until_it_is_taken_back_and_each_look_is_told(Database database)
    {
        await using var given = await GivenLookUp.Open(database);
        var record = await given.Record("r1");
        using var relative = given.Another();
        await given.SignIn(GivenLookUp.Form());
        var family = $"/portal/my/{record.Ref}/family";

        await given.Press(family, "", null, ("To", "0912 000 003"));
        await given.SignIn(GivenLookUp.Form("Vi Văn X", "01/02/1960", "Nam", "0912000003"), relative);
        var seen = await relative.GetStringAsync($"/portal/my/{record.Ref}", GivenHouse.Stop);
        using var data = await relative.GetAsync($"/portal/my/{record.Ref}/data", GivenHouse.Stop);
        var told = await given.Citizen.GetStringAsync("/portal/my", GivenHouse.Stop);
        var consent = await given.House.InDb(db => db.Set<FamilyConsent>().Select(one => one.Id).SingleAsync());
        await given.Press(family, "end", null, ("consent", $"{consent}"));
        using var after = await relative.GetAsync($"/portal/my/{record.Ref}", GivenHouse.Stop);

        Assert.Contains("a relative who agreed", seen, StringComparison.Ordinal);
        Assert.Contains("A relative who was allowed to, on the portal", told, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (data.StatusCode, after.StatusCode));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Agreed_to_twice_at_once_is_agreed_to_once(Database database)
    {
        await using var given = await GivenLookUp.Open(database);
        var record = await given.Record("r1");
        await given.SignIn(GivenLookUp.Form());
        var page = await given.Citizen.GetStringAsync($"/portal/my/{record.Ref}/family", GivenHouse.Stop);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => GivenPortal.Read(given.Citizen.Submit($"/portal/my/{record.Ref}/family", page, ("To", "020190000004")))));

        Assert.Equal(1, await given.House.InDb(db => db.Set<FamilyConsent>().CountAsync()));
    }

    [Fact]
    public async Task A_guardian_sees_the_child_by_name_and_phone_and_no_other_of_the_phone_does()
    {
        var year = TimeProvider.System.GetUtcNow().Year - 9;
        await using var given = await GivenLookUp.Open(Database.Sqlite, GivenLookUp.File + $"r5,Lý Thị Bé,Nữ,01/01/{year},,06226,,\nr6,Lý Thị Lớn,Nữ,01/01/1999,,06226,,\n");
        foreach (var id in (string[])["r5", "r6"]) await Guard(given, await given.Record(id), "LÝ VĂN QUÂN");
        using var grandmother = given.Another();

        var father = await given.SignIn(GivenLookUp.Form());
        var other = await given.SignIn(GivenLookUp.Form("Nông Thị Hoa", "1950", "Nữ", "0912 000 001"), grandmother);

        Assert.Contains("Lý Thị Bé", father, StringComparison.Ordinal);
        Assert.DoesNotContain("Lý Thị Lớn", father, StringComparison.Ordinal);
        Assert.DoesNotContain("Lý Thị Bé", other, StringComparison.Ordinal);
    }

    private static Citizen Verified(VaccinationRecord record) =>
        new(CitizenWay.VNeId2, [record.Ref]) { Person = new VerifiedPerson(record.FullName, record.DateOfBirth, record.Sex, record.IdNumber) };

    private static Task<List<string>> Kinds(GivenLookUp given, VaccinationRecord record)
    {
        var subject = $"record:{record.Ref}";
        return given.House.InDb(db => db.Audit.Where(entry => entry.Subject == subject).Select(entry => entry.Kind).ToListAsync());
    }

    private static Task Guard(GivenLookUp given, VaccinationRecord record, string guardian) => given.House.InDb(async db =>
    {
        db.Add(new ListedPerson
        {
            ListId = 1,
            Number = (int)record.Id,
            Ref = record.Ref,
            FullName = record.FullName,
            Sex = record.Sex,
            DateOfBirth = record.DateOfBirth,
            IdNumber = "",
            CommuneCode = record.CommuneCode,
            State = PersonState.Confirmed,
            RecordId = record.Id,
            Guardian = guardian,
            GuardianPhone = "0912 000 001",
        });
        await db.SaveChangesAsync();
    });
}
