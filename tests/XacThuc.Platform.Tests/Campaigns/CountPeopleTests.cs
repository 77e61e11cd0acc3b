using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Campaigns;
using XacThuc.Platform.Campaigns.Groups;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Doses;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Campaigns;

/// <summary>Who belongs to a campaign is found in the data, and counted without a name.</summary>
public sealed class CountPeopleTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Each_group_is_found_in_the_data_and_a_record_that_was_joined_is_in_none(Database database)
    {
        await using var given = await GivenCampaign.Start(database);
        await given.Mark("r3", RecordStatus.Mismatched, daysAgo: 20);
        await given.House.Import(GivenCampaign.People.Split('\n')[0] + "\nr6,Lý Văn Trùng,Nam,02/09/1978,,06226,Nà Nùng,\nr7,Chu Văn Cũ,Nam,02/09/1958,082345678,06226,Nà Nùng,0912000007\n");
        await given.House.InDb(db => db.Set<VaccinationRecord>().Where(record => record.ExternalId == "r6").ExecuteUpdateAsync(row => row.SetProperty(record => record.JoinedIntoId, 1)));

        foreach (var (group, expected) in new (CampaignGroup, string)[]
        {
            (CampaignGroup.NoNumber, "r4"), (CampaignGroup.WrongData, "r2 r3 s2"), (CampaignGroup.NotComparable, "r4"), (CampaignGroup.Due, ""),
            (CampaignGroup.Foreigners, ""), (CampaignGroup.Late, "r3"), (CampaignGroup.NoPhone, "r5 s2"), (CampaignGroup.NoCard, "r7"),
        })
        {
            var campaign = await given.Counted(group);
            Assert.Equal((group, expected), (group, await given.IdsOf(campaign)));
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Who_is_due_for_a_dose_is_found_by_the_rules_of_the_vaccines(Database database)
    {
        await using var given = await GivenCampaign.Start(database);
        var today = given.Clock.Today;
        var page = await given.Station.GetStringAsync("/doses", GivenHouse.Stop);
        using var brought = await given.Station.Upload("/doses", page, "mui-tiem.csv", Encoding.UTF8.GetBytes(
            $"{GivenDoses.Headings}1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AstraZeneca,ABV1234,{today.AddDays(-200):dd/MM/yyyy},Trạm\n" +
            $"2,Nông Thị Hoa,Nữ,03/04/1950,020150000012,06226,1,AstraZeneca,ABV1234,{today.AddDays(-2):dd/MM/yyyy},Trạm\n"));

        var campaign = await given.Counted(CampaignGroup.Due);

        Assert.Equal("r1", await given.IdsOf(campaign));
    }

    [Fact]
    public async Task Communes_and_a_hamlet_narrow_a_group_and_a_commune_of_another_district_is_refused()
    {
        await using var given = await GivenCampaign.Start(Database.Sqlite);

        var commune = await given.IdsOf(await given.Counted(CampaignGroup.WrongData, ("Communes", "06226")));
        var hamlet = await given.IdsOf(await given.Counted(CampaignGroup.NoPhone, ("Hamlet", "Bản Lành")));
        var elsewhere = await given.Write(CampaignGroup.WrongData, ("Communes", "00001"));

        Assert.Equal("r2 r3", commune);
        Assert.Equal("r5", hamlet);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.Status);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_operator_sees_counts_by_commune_and_hamlet_and_never_a_name(Database database)
    {
        await using var given = await GivenCampaign.Start(database);
        var campaign = await given.Approved(CampaignGroup.WrongData, ("Ways", nameof(CampaignChannels.Letters)), ("Ways", nameof(CampaignChannels.Loudspeaker)), ("Ways", nameof(CampaignChannels.Poster)));
        await given.Until(one => one.State == CampaignState.Running);

        var pages = new StringBuilder();
        foreach (var address in new[] { "", "/campaigns", $"/campaigns/{campaign.Id}", $"/campaigns/{campaign.Id}/spoken", $"/campaigns/{campaign.Id}/poster", "/campaigns/announcements" })
            pages.Append(WebUtility.HtmlDecode(await given.Me.GetStringAsync(address, GivenHouse.Stop)));
        using var letters = await given.Me.GetAsync($"/campaigns/{campaign.Id}/letters", GivenHouse.Stop);
        var own = WebUtility.HtmlDecode(await given.Station.GetStringAsync($"/campaigns/{campaign.Id}/letters", GivenHouse.Stop));

        foreach (var record in await given.House.Records())
        {
            Assert.DoesNotContain(record.FullName, pages.ToString(), StringComparison.Ordinal);
            if (record.Phone.Length > 0) Assert.DoesNotContain(record.Phone, pages.ToString(), StringComparison.Ordinal);
            if (record.Digits.Length > 0) Assert.DoesNotContain(record.Digits, pages.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(record.Ref, pages.ToString(), StringComparison.Ordinal);
        }

        Assert.Contains("Xã Gia Cát", pages.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, letters.StatusCode);
        Assert.Contains("Nông Thị Hoa", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Bế Văn Sơn", own, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AccountRole.DistrictOperator, 200, 200, 403)]
    [InlineData(AccountRole.DistrictHealthCentre, 403, 200, 403)]
    [InlineData(AccountRole.DistrictOffice, 403, 200, 403)]
    [InlineData(AccountRole.HealthStation, 403, 403, 404)]
    [InlineData(AccountRole.VaccinationFacility, 403, 403, 404)]
    [InlineData(AccountRole.CommuneCommittee, 403, 403, 403)]
    [InlineData(AccountRole.Agency, 403, 403, 403)]
    [InlineData(AccountRole.CommunePolice, 403, 403, 403)]
    [InlineData(AccountRole.DistrictPolice, 403, 403, 403)]
    [InlineData(AccountRole.RegisterOperator, 403, 403, 403)]
    public async Task Pages_open_to_who_may_and_to_nobody_else(AccountRole role, int write, int look, int letters)
    {
        await using var given = await GivenCampaign.Start(Database.Sqlite);
        var campaign = await given.Counted(CampaignGroup.WrongData, ("Ways", nameof(CampaignChannels.Letters)));
        using var caller = given.House.Caller(GivenHouse.District, role);

        foreach (var (address, expected) in new[] { ("/campaigns/write", write), ("/campaigns/announcements", write), ($"/campaigns/{campaign.Id}", look), ($"/campaigns/{campaign.Id}/letters", letters) })
        {
            using var response = await caller.GetAsync(address, GivenHouse.Stop);
            Assert.Equal((address, expected), (address, (int)response.StatusCode));
        }
    }
}
