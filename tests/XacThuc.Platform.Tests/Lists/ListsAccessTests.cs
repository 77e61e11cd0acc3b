using System.Net;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Lists;

public sealed class ListsAccessTests
{
    [Theory]
    [InlineData(AccountRole.DistrictHealthCentre, true, false)]
    [InlineData(AccountRole.HealthStation, true, false)]
    [InlineData(AccountRole.VaccinationFacility, true, false)]
    [InlineData(AccountRole.CommuneCommittee, true, true)]
    [InlineData(AccountRole.DistrictOperator, false, false)]
    [InlineData(AccountRole.DistrictOffice, false, false)]
    [InlineData(AccountRole.Agency, false, false)]
    public void Health_and_committees_draw_lists_up_and_the_committee_approves(AccountRole role, bool writes, bool approves)
    {
        Assert.Equal((writes, approves), (ListsAccess.MayWrite(role), ListsAccess.MayApprove(role)));
    }

    [Theory]
    [InlineData(GivenHouse.Station, AccountRole.HealthStation, HttpStatusCode.OK)]
    [InlineData("UBND-06226", AccountRole.CommuneCommittee, HttpStatusCode.OK)]
    [InlineData(GivenHouse.District, AccountRole.DistrictHealthCentre, HttpStatusCode.OK)]
    [InlineData(GivenHouse.OtherStation, AccountRole.HealthStation, HttpStatusCode.NotFound)]
    [InlineData("VP-183", AccountRole.DistrictOffice, HttpStatusCode.Forbidden)]
    public async Task A_list_is_seen_by_its_unit_its_committee_and_its_district(string unit, AccountRole role, HttpStatusCode sees)
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);
        using var caller = given.House.Caller(unit, role);
        var list = await given.List();

        foreach (var page in (string[])["", "/people/1", "/alike", "/print", "/print?form=minutes", "/slips"])
        {
            using var response = await caller.GetAsync($"/lists/{list.Id}{page}", GivenHouse.Stop);
            Assert.Equal(sees, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_committee_leaves_the_stations_list_to_the_station()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);

        var sent = await given.Press("send", given.Committee);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Equal(ListState.Draft, (await given.List()).State);
    }
}
