using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Jobs;
using Xunit;

namespace XacThuc.Platform.Tests.Authentication;

public sealed class AuthenticateRunTests
{
    private const string File = """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Lý Văn Quân,Nam,02/09/1978,020078763797,06226
        "r,2",Nông Thị X,Nữ,1950,080123456,06229
        r3,Hoàng Văn Sơn,Nam,1960,,06226

        """;

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_run_gives_the_contracts_file_in_the_order_of_the_import(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File, GivenHouse.District, AccountRole.DistrictHealthCentre);

        var job = await house.Authenticate(GivenHouse.District, AccountRole.DistrictHealthCentre);

        using var caller = house.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre);
        Assert.Equal(
            """
            record_id,status,name,sex,date_of_birth,id_number,reasons
            r1,matched,right,right,right,right,
            "r,2",mismatched,wrong,right,right,right,
            r3,unauthenticated,not_compared,not_compared,not_compared,missing,id.missing

            """,
            await caller.GetStringAsync(job.ResultPath, GivenHouse.Stop));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_records_themselves_carry_the_verdicts(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);

        await house.Authenticate();

        var records = await house.Records();
        Assert.Equal(
            [RecordStatus.Matched, RecordStatus.Mismatched, RecordStatus.Unauthenticated],
            records.Select(record => record.Status!.Value));
        Assert.All(records, record => Assert.True(record.IsUpToDate));
        Assert.Equal(FieldVerdict.Wrong, records[1].NameVerdict);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task No_reason_that_describes_the_register_is_kept(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);

        await house.Authenticate();

        Assert.Equal(0, (await house.Records())[1].Reasons);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_station_runs_over_its_own_records_only(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File, GivenHouse.District, AccountRole.DistrictHealthCentre);

        var job = await house.Authenticate(GivenHouse.OtherStation);

        Assert.Equal(1, GivenHouse.CountsOf(job)["records"]);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_run_waits_for_the_other_house_and_says_so(Database database)
    {
        await using var partner = GivenPartner.Closed();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);
        using var caller = house.Caller();
        using var response = await caller.PostAsJsonAsync("/api/v1/authentication-runs", new { }, GivenHouse.Stop);

        while (await house.InDb(db => db.Set<AuthenticationRun>().AllAsync(run => run.WaitingSince == null)))
            await Task.Delay(50, GivenHouse.Stop);
        await partner.ComeBack();

        Assert.Equal(JobState.Done, (await house.JobOf(response)).State);
        Assert.Null(await house.InDb(db => db.Set<AuthenticationRun>().Select(run => run.WaitingSince).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Figures_add_up_to_the_records(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);

        await house.Authenticate();

        Assert.Equal(3, await house.InDb(db => db.Set<RunFigure>().SumAsync(figure => figure.Records)));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Results_of_a_unit_out_of_reach_are_not_there(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);
        var job = await house.Authenticate();
        using var other = house.Caller(GivenHouse.OtherStation);

        var response = await other.GetAsync(job.ResultPath, GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Fetching_results_is_audited(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);
        var job = await house.Authenticate();
        using var caller = house.Caller();

        await caller.GetStringAsync(job.ResultPath, GivenHouse.Stop);

        Assert.Equal(1, await house.InDb(db => db.Audit.CountAsync(entry => entry.Kind == "records.export")));
    }
}
