using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Phones;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Portal.LookUp;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Records.Phones;

/// <summary>The phone on record: how it comes, who changes it, and who is told.</summary>
public sealed class PhoneOnRecordTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_file_brings_phones_and_another_file_never_overwrites_what_the_station_wrote(Database database)
    {
        await using var given = await GivenLookUp.Open(database);
        var before = await given.House.Records();

        await Change(given, await given.Record("r1"), "0987 654 321", "CCCD");
        await given.House.Import(GivenLookUp.File.Replace("0912 000 001", "0900 000 000", StringComparison.Ordinal).Replace("+84912000003", "0900000003", StringComparison.Ordinal));
        await given.House.Import(GivenLookUp.File.Replace("Quân", "Quang", StringComparison.Ordinal).Replace("0912 000 001", "", StringComparison.Ordinal));

        Assert.Equal(["0912000001", "0912000001", "0912000003", ""], before.Select(record => record.Phone), StringComparer.Ordinal);
        Assert.Equal([PhoneOrigin.File, PhoneOrigin.File, PhoneOrigin.File, PhoneOrigin.None], before.Select(record => record.PhoneFrom));
        Assert.Equal(("0987654321", PhoneOrigin.Station, "Lý Văn Quang"), ((await given.Record("r1")).Phone, (await given.Record("r1")).PhoneFrom, (await given.Record("r1")).FullName));
        Assert.Equal("0912000003", (await given.Record("r3")).Phone);
    }

    [Fact]
    public async Task The_station_changes_it_with_a_reason_the_old_phone_is_told_and_the_person_sees_it()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r1");

        var bare = await Change(given, record, "0987 654 321", " ");
        var landline = await Change(given, record, "0205 381 234", "CCCD");
        var changed = await Change(given, record, "0987 654 321", "Đổi số, đã xem thẻ căn cước");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (bare.Status, landline.Status, changed.Status));
        Assert.Contains("••••••4321", changed.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("0987654321", changed.Page, StringComparison.Ordinal);
        var told = await given.House.InDb(db => db.Set<ShortMessage>().SingleAsync());
        Assert.Equal(MessageKind.PhoneChanged, told.Kind);
        var own = await given.SignIn(GivenLookUp.Form(known: "0987654321"));
        Assert.Contains("changed the phone on record", own, StringComparison.Ordinal);
        Assert.Contains("Đổi số, đã xem thẻ căn cước", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_station_and_no_committee_changes_it()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r1");
        using var other = given.House.Caller(GivenHouse.OtherStation);
        using var committee = given.House.Caller("UBND-06226", AccountRole.CommuneCommittee);
        var page = await other.GetStringAsync("/records/import", GivenHouse.Stop);

        using var stranger = await other.Submit($"/records/{record.Ref}?handler=phone", page, ("phone", "0987654321"), ("reason", "x"));
        using var reader = await committee.Submit($"/records/{record.Ref}?handler=phone", page, ("phone", "0987654321"), ("reason", "x"));

        Assert.Equal("0912000001", (await given.Record("r1")).Phone);
        Assert.Equal((HttpStatusCode.NotFound, false), (stranger.StatusCode, reader.IsSuccessStatusCode));
    }

    [Fact]
    public async Task Whom_VNeID_knows_writes_the_phone_once_the_code_to_it_is_entered()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r1");
        await given.SignInByVNeId(new Citizen(CitizenWay.VNeId2, [record.Ref]) { Person = new VerifiedPerson(record.FullName, record.DateOfBirth, record.Sex, record.IdNumber) });
        var address = $"/portal/my/{record.Ref}/phone";

        var asked = await given.Press(address, "", null, ("NewPhone", "0987 654 321"));
        var before = (await given.Record("r1")).Phone;
        var kept = await Post(given, $"{address}?handler=confirm", asked.Page, ("Code", await given.LastCode()));

        Assert.Equal(HttpStatusCode.OK, kept);
        Assert.Equal(("0912000001", "0987654321", PhoneOrigin.Person), (before, (await given.Record("r1")).Phone, (await given.Record("r1")).PhoneFrom));
        Assert.Contains(await given.House.InDb(db => db.Set<ShortMessage>().Select(message => message.Kind).ToListAsync()), kind => kind == MessageKind.PhoneChanged);
    }

    [Fact]
    public async Task Whoever_only_holds_the_phone_does_not_change_it()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r1");
        await given.SignIn(GivenLookUp.Form());
        var page = await given.Citizen.GetStringAsync($"/portal/my/{record.Ref}/data", GivenHouse.Stop);

        var refused = await Post(given, $"/portal/my/{record.Ref}/phone", page, ("NewPhone", "0987654321"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Equal("0912000001", (await given.Record("r1")).Phone);
    }

    private static async Task<HttpStatusCode> Post(GivenLookUp given, string address, string page, params (string Name, string Value)[] fields)
    {
        using var response = await given.Citizen.Submit(address, page, fields);
        return response.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string Page)> Change(GivenLookUp given, VaccinationRecord record, string phone, string reason)
    {
        using var station = given.House.Caller();
        var page = await station.GetStringAsync($"/records/{record.Ref}", GivenHouse.Stop);
        using var response = await station.Submit($"/records/{record.Ref}?handler=phone", page, ("phone", phone), ("reason", reason));
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(GivenHouse.Stop)));
    }
}
