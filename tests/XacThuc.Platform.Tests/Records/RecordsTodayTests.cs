using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Records;

public sealed class RecordsTodayTests
{
    private const string File = """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Lý Văn X,Nam,02/09/1978,020078763797,06226
        r2,Nông Thị Mai,Nữ,1950,080123456,06226

        """;

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_first_page_leads_to_the_oldest_wrong_record(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);
        await house.Authenticate();
        using var caller = house.Caller();

        var page = await caller.GetStringAsync("/", GivenHouse.Stop);

        Assert.Contains($"/records/{(await house.Records())[0].Ref}/correct", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_page_of_a_run_shows_its_figures(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);
        var job = await house.Authenticate();
        using var office = house.Caller("VP-183", AccountRole.DistrictOffice);

        var page = await office.GetStringAsync($"/authentication/{job.Id}", GivenHouse.Stop);

        Assert.Contains("Fields that are not right", page, StringComparison.Ordinal);
        Assert.DoesNotContain("results.csv", page, StringComparison.Ordinal);
    }
}
