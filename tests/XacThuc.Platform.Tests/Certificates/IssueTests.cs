using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Hcert;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Portal.LookUp;
using Xunit;

namespace XacThuc.Platform.Tests.Certificates;

/// <summary>Who gets a certificate, what it says, and where it can be had (5772/QĐ-BYT).</summary>
public sealed partial class IssueTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_certificate_comes_once_the_doses_are_signed_and_a_guard_finds_it_genuine(Database database)
    {
        await using var given = await GivenCertificates.Start(database);
        var before = await given.Issue("r1");

        await given.Sign(await given.Draw());
        var after = await given.Issue("r1");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (before.Status, after.Status));
        Assert.Contains("the doses are not signed yet", before.Page, StringComparison.Ordinal);
        var issued = Assert.Single(await given.Issued());
        Assert.Equal(Verdict.Genuine, (await given.Check(issued.Text)).Verdict);
        Assert.Equal(HcertFault.None, HcertMessage.TryRead(issued.Text, out var message));
        var says = message!.Claims.Certificate;
        var (name, entry) = (says.GetProperty("nam"), says.GetProperty("v")[0]);
        Assert.Equal(
            ("Lý", "Văn Quân", "LY", "VAN<QUAN", "1978-09-02"),
            (name.GetProperty("fn").GetString(), name.GetProperty("gn").GetString(), name.GetProperty("fnt").GetString(), name.GetProperty("gnt").GetString(), says.GetProperty("dob").GetString()));
        Assert.Equal(
            ("840539006", "1119305005", "EU/1/21/1529", "ORG-100001699", 2, 2, "2021-09-15", "VN", "Ban Co Yeu"),
            (Text("tg"), Text("vp"), Text("mp"), Text("ma"), entry.GetProperty("dn").GetInt32(), entry.GetProperty("sd").GetInt32(), Text("dt"), Text("co"), Text("is")));
        Assert.Matches(Uvci(), Text("ci"));
        Assert.Equal(message.Claims.IssuedAt!.Value.AddMonths(12), message.Claims.ExpiresAt);

        string? Text(string part) => entry.GetProperty(part).GetString();
    }

    [Theory]
    [InlineData("r2", "The primary series of the vaccine that was given is not complete.")]
    [InlineData("r3", "The data does not agree with the population register.")]
    [InlineData("r4", "No dose is recorded.")]
    public async Task Whoever_gets_none_is_told_what_is_missing(string id, string says)
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);

        var refused = await given.Issue(id);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(says, refused.Page, StringComparison.Ordinal);
        Assert.Empty(await given.Issued());
    }

    [Fact]
    public async Task Asked_again_it_is_the_same_one()
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);
        await given.Issue("r1");

        await given.Issue("r1");

        Assert.Single(await given.Issued());
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task All_who_are_entitled_get_one_and_nobody_a_second(Database database)
    {
        await using var given = await GivenCertificates.Signed(database);

        var first = await given.IssueAll();
        var second = await given.IssueAll();

        Assert.Equal((1, 0), (first["issued"], first["standing"]));
        Assert.Equal((1, 1, 1), (first["not_complete"], first["not_right"], first["no_dose"]));
        Assert.Equal((0, 1), (second["issued"], second["standing"]));
        Assert.Equal(Verdict.Genuine, (await given.Check(Assert.Single(await given.Issued()).Text)).Verdict);
    }

    [Fact]
    public async Task A_booster_that_nobody_signed_yet_takes_nothing_away_and_counts_once_it_is_signed()
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);
        await given.Issue("r1");
        using var brought = await given.Station.Upload("/doses", await given.Station.GetStringAsync("/doses", GivenHouse.Stop), "mui-3.csv", Encoding.UTF8.GetBytes(
            "STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Mũi,Tên vắc xin,Số lô,Ngày tiêm,Nơi tiêm\n1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,3,Pfizer,P3,20/03/2022,Trạm\n"));
        await given.Follow();
        var unsigned = Assert.Single(await given.Issued());

        await given.Sign(await given.Draw());
        await given.Follow();

        var issued = await given.Issued();
        Assert.Equal((2, 2), (unsigned.Dose, unsigned.Doses));
        Assert.Equal([CertificateState.Replaced, CertificateState.Valid], issued.Select(one => one.State));
        Assert.Equal((3, 3), (issued[1].Dose, issued[1].Doses));
    }

    [Fact]
    public async Task A_citizen_gets_it_on_the_phone_to_show_to_print_and_to_keep()
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);
        var address = $"/portal/my/{(await given.People.Record("r1")).Ref}/certificate";
        await given.People.SignIn(GivenLookUp.Form());

        var page = await given.People.Press(address, "");
        var shown = await given.People.Citizen.GetStringAsync(address, GivenHouse.Stop);
        using var pdf = await given.People.Citizen.Submit($"{address}?handler=pdf", shown);
        using var card = await given.People.Citizen.Submit($"{address}?handler=card", shown);

        Assert.Contains("LY VAN QUAN", page.Page, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(await given.Issued()).Uvci, page.Page, StringComparison.Ordinal);
        var file = await pdf.Content.ReadAsByteArrayAsync(GivenHouse.Stop);
        Assert.True(file.AsSpan().StartsWith("%PDF-"u8));
        Assert.InRange(file.Length, 10_000, 200_000);
        Assert.Equal("image/png", card.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Another_station_reaches_nothing_of_it()
    {
        await using var given = await GivenCertificates.Signed(Database.Sqlite);
        var reference = (await given.People.Record("r1")).Ref;
        using var other = given.House.Caller(GivenHouse.OtherStation);

        using var page = await other.GetAsync($"/records/{reference}/certificate", GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [GeneratedRegex("^URN:UVCI:01:VN:[0-9A-F]{32}$")]
    private static partial Regex Uvci();
}
