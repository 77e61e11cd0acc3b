using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.PersonalQr;
using XacThuc.Platform.Certificates.Keys;
using XacThuc.Platform.Portal.My;
using XacThuc.Platform.Portal.PersonalCode;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Portal.LookUp;
using Xunit;

namespace XacThuc.Platform.Tests.Portal.PersonalCode;

public sealed class CodePageTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_code_shown_is_genuine_by_the_houses_keys_for_a_minute_and_a_half(Database database)
    {
        await using var given = await GivenLookUp.Open(database);
        await given.House.Authenticate();
        var record = await given.Record("r1");
        var citizen = new Citizen(CitizenWay.Phone, [record.Ref]) { Phone = record.Phone };

        var (code, keys) = await Made(given, citizen, record, inFull: false);
        var against = CheckedAgainst.Keys(TrustList.Empty) with { PersonalKeys = keys };

        Assert.StartsWith("******000011|LY VAN QUAN|1978-**-**|0|", code.Text, StringComparison.Ordinal);
        Assert.Equal((CodeKind.PersonalQr, Verdict.Genuine), (CodeChecker.Check(code.Text, against, code.Until.AddSeconds(-89)).Kind, CodeChecker.Check(code.Text, against, code.Until.AddSeconds(-1)).Verdict));
        Assert.Equal(Verdict.RuleNotMet, CodeChecker.Check(code.Text, against, code.Until.AddSeconds(1)).Verdict);
    }

    [Fact]
    public async Task What_the_register_does_not_call_right_is_not_signed_and_the_page_says_so()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        await given.House.Authenticate();
        var wrong = await given.Record("r3");
        await given.SignIn(GivenLookUp.Form("Vi Văn X", "01/02/1960", "Nam", "0912000003"));

        var (code, keys) = await Made(given, new Citizen(CitizenWay.Phone, [wrong.Ref]) { Phone = wrong.Phone }, wrong, inFull: false);
        var page = await given.Citizen.GetStringAsync($"/portal/my/{wrong.Ref}/code", GivenHouse.Stop);

        Assert.Equal(Verdict.NoCertificate, CodeChecker.Check(code.Text, CheckedAgainst.Keys(TrustList.Empty) with { PersonalKeys = keys }, code.Until.AddSeconds(-1)).Verdict);
        Assert.Contains("hence this code is not signed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_it_is_shown_to_the_person_signed_in_with_VNeID_and_to_no_phone()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r1");
        using var verified = given.Another();
        await given.SignInByVNeId(Verified(record), verified);
        await given.SignIn(GivenLookUp.Form());
        var address = $"/portal/my/{record.Ref}/code?full=true";

        using var phone = await given.Citizen.GetAsync(address, GivenHouse.Stop);
        using var vneid = await verified.GetAsync(address, GivenHouse.Stop);
        var (code, _) = await Made(given, Verified(record), record, inFull: true);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (phone.StatusCode, vneid.StatusCode));
        Assert.Contains("shows number, date of birth and phone in full", await vneid.Content.ReadAsStringAsync(GivenHouse.Stop), StringComparison.Ordinal);
        Assert.StartsWith("020078000011|LY VAN QUAN|1978-09-02|0|", code.Text, StringComparison.Ordinal);
        Assert.Contains("<0912000001<", code.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_code_its_owners_name_and_until_when_and_the_audit_says_so()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var record = await given.Record("r1");
        await given.SignIn(GivenLookUp.Form());

        var page = await given.Citizen.GetStringAsync($"/portal/my/{record.Ref}/code", GivenHouse.Stop);
        using var part = await given.Citizen.GetAsync($"/portal/my/{record.Ref}/code?handler=part&turn=1", GivenHouse.Stop);
        using var over = await given.Citizen.GetAsync($"/portal/my/{record.Ref}/code?handler=part&turn=99", GivenHouse.Stop);
        var own = await given.Citizen.GetStringAsync("/portal/my", GivenHouse.Stop);

        Assert.Contains("class=\"own-code\"", page, StringComparison.Ordinal);
        Assert.Contains(record.FullName, page, StringComparison.Ordinal);
        Assert.DoesNotContain(record.IdNumber, page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NoContent), (part.StatusCode, over.StatusCode));
        Assert.DoesNotContain("<html", await part.Content.ReadAsStringAsync(GivenHouse.Stop), StringComparison.Ordinal);
        Assert.Contains("showed the personal code (2 times)", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_not_theirs_has_no_code_for_them_and_without_a_session_there_is_none()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var (own, other) = (await given.Record("r1"), await given.Record("r3"));
        using var nobody = given.Another();
        await given.SignIn(GivenLookUp.Form());

        using var theirs = await given.Citizen.GetAsync($"/portal/my/{other.Ref}/code", GivenHouse.Stop);
        using var without = await nobody.GetAsync($"/portal/my/{own.Ref}/code", GivenHouse.Stop);

        Assert.Equal((HttpStatusCode.NotFound, "/portal/look-up"), (theirs.StatusCode, without.RequestMessage!.RequestUri!.AbsolutePath));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Asked_for_at_once_a_record_is_given_one_qid(Database database)
    {
        await using var given = await GivenLookUp.Open(database);
        var record = await given.Record("r1");
        var citizen = Verified(record);

        var codes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Made(given, citizen, record, inFull: false)));

        Assert.Single(codes.Select(code => code.Code.Text.Split('|')[4]).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await given.House.InDb(db => db.Set<PersonalQid>().CountAsync()));
    }

    private static Citizen Verified(VaccinationRecord record) =>
        new(CitizenWay.VNeId2, [record.Ref]) { Person = new VerifiedPerson(record.FullName, record.DateOfBirth, record.Sex, record.IdNumber) };

    private static Task<(ShownCode Code, PersonalKeys Keys)> Made(GivenLookUp given, Citizen citizen, VaccinationRecord record, bool inFull) => given.House.InScope(async services =>
    {
        var made = await services.GetRequiredService<MakeCode>().Run(citizen, new SeenRecord(record, SeenAs.Own), inFull, GivenHouse.Stop);
        Assert.True(made.TryGet(out var code, out _));
        return (code, PersonalKeys.Of(services.GetRequiredService<HouseKeys>().Known(KeyUse.PersonalCodes).Select(key => key.Jwk)));
    });
}
