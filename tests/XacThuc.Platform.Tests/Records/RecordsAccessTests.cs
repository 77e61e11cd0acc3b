using System.Net;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Records;

public sealed class RecordsAccessTests
{
    // A new role without a row here fails.
    public static readonly TheoryData<AccountRole, RecordsRight> Rights = new()
    {
        { AccountRole.DistrictHealthCentre, RecordsRight.Write },
        { AccountRole.HealthStation, RecordsRight.Write },
        { AccountRole.VaccinationFacility, RecordsRight.Write },
        { AccountRole.DistrictOperator, RecordsRight.Nothing },
        { AccountRole.CommuneCommittee, RecordsRight.Read },
        { AccountRole.DistrictOffice, RecordsRight.Figures },
        { AccountRole.Agency, RecordsRight.Nothing },
        { AccountRole.CommunePolice, RecordsRight.Nothing },
        { AccountRole.DistrictPolice, RecordsRight.Nothing },
        { AccountRole.RegisterOperator, RecordsRight.Nothing },
    };

    [Theory]
    [MemberData(nameof(Rights))]
    public void Each_role_has_its_right(AccountRole role, RecordsRight right)
    {
        Assert.Equal(right, RecordsAccess.RightOf(role));
    }

    [Fact]
    public void No_role_is_left_out()
    {
        Assert.Equal(Enum.GetValues<AccountRole>().Length, Rights.Count);
    }

    [Theory]
    [MemberData(nameof(Rights))]
    public async Task Pages_and_addresses_open_to_who_has_the_right(AccountRole role, RecordsRight right)
    {
        await using var house = await GivenHouse.Start(Database.Sqlite);
        using var caller = house.Caller(GivenHouse.Station, role);

        foreach (var (address, least) in new (string, RecordsRight)[]
        {
            ("/records/import", RecordsRight.Write), ("/records/released", RecordsRight.Write),
            ("/records/wrong", RecordsRight.Read), ("/authentication", RecordsRight.Figures),
        })
        {
            var response = await caller.GetAsync(address, GivenHouse.Stop);
            Assert.True(
                response.StatusCode == (right >= least ? HttpStatusCode.OK : HttpStatusCode.Forbidden),
                $"{address}: {response.StatusCode}");
        }

        var import = await caller.PostAsync("/api/v1/records/import", GivenHouse.Csv("x"), GivenHouse.Stop);
        // Who may not is led away or refused; who signs in how, and what the API answers then, is tested in Web.
        var isLetIn = import.StatusCode != HttpStatusCode.Forbidden && import.RequestMessage!.RequestUri!.AbsolutePath is "/api/v1/records/import";
        Assert.Equal(right == RecordsRight.Write, isLetIn);
    }
}
