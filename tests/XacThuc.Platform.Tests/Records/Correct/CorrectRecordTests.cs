using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Jobs;
using Xunit;

namespace XacThuc.Platform.Tests.Records.Correct;

public sealed class CorrectRecordTests
{
    private const string File = """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Lý Văn X,Nam,02/09/1978,020078763797,06226
        r2,Nông Thị X,Nữ,1950,080123456,06226

        """;

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_corrected_record_is_authenticated_at_once_and_the_old_version_is_kept(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        var record = await Wrong(house);

        var page = await Post(house, record, 1, "Lý Văn Quân");

        Assert.Contains("The record is right", page, StringComparison.Ordinal);
        var now = (await house.Records())[0];
        Assert.Equal((RecordStatus.Matched, 2, 2), (now.Status!.Value, now.Version, now.AuthenticatedVersion));
        var old = await house.InDb(db => db.Set<RecordVersion>().SingleAsync());
        Assert.Equal(("Lý Văn X", ChangeKind.Corrected), (old.FullName, old.Kind));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Who_saves_over_somebody_elses_change_is_told_and_changes_nothing(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        var record = await Wrong(house);
        await Post(house, record, 1, "Lý Văn Quân");

        var page = await Post(house, record, 1, "Lý Văn Quang", HttpStatusCode.Conflict);

        Assert.Contains("Somebody else has just changed this record", page, StringComparison.Ordinal);
        Assert.Equal("Lý Văn Quân", (await house.Records())[0].FullName);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_right_record_is_not_changed_without_a_reason(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        var record = await Wrong(house);
        await Post(house, record, 1, "Lý Văn Quân");

        await Post(house, record, 2, "Lý Văn Quang", HttpStatusCode.UnprocessableEntity);

        Assert.Equal(2, (await house.Records())[0].Version);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_correction_while_the_other_house_is_away_is_authenticated_when_it_is_back(Database database)
    {
        await using var partner = GivenPartner.Closed();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);
        var record = (await house.Records())[0];

        var page = await Post(house, record, 1, "Lý Văn Quân");
        await partner.ComeBack();

        Assert.Contains("will be authenticated", page, StringComparison.Ordinal);
        var job = await house.InDb(db => db.Jobs.OrderBy(job => job.Id).LastAsync());
        Assert.Equal(JobState.Done, (await house.Ended(job.Id)).State);
        Assert.Equal(RecordStatus.Matched, (await house.Records())[0].Status);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task What_an_officer_released_is_taken_over_for_many_records_at_once(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await Wrong(house);
        foreach (var record in await house.Records()) await partner.Tell<DecisionMade, Receipt>(Released(record, 1));
        using var caller = house.Caller();

        var page = await caller.GetStringAsync("/records/released", GivenHouse.Stop);
        var ids = await house.InDb(db => db.Set<RecordDecision>().Select(decision => decision.Id).ToListAsync());
        await caller.Submit("/records/released", page, ids.Select(id => ("decision", $"{id}")));

        var job = await house.InDb(db => db.Jobs.OrderBy(job => job.Id).LastAsync());
        await house.Ended(job.Id);
        Assert.All(await house.Records(), record => Assert.Equal(RecordStatus.Matched, record.Status));
        Assert.All(
            await house.InDb(db => db.Set<RecordVersion>().ToListAsync()), version => Assert.Equal(ChangeKind.Released, version.Kind));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_decision_on_a_version_that_is_gone_is_void(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        var record = await Wrong(house);
        await Post(house, record, 1, "Lý Văn Quang X");

        await partner.Tell<DecisionMade, Receipt>(Released(record, 1));

        Assert.Equal(DecisionState.Void, await house.InDb(db => db.Set<RecordDecision>().Select(decision => decision.State).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Records_whose_person_changed_are_authenticated_again(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);
        var records = await house.Records();

        await partner.Tell<RecordsToAuthenticateAgain, Receipt>(new([records[0].Ref]));

        var job = await house.InDb(db => db.Jobs.OrderBy(job => job.Id).LastAsync());
        Assert.Equal(1, GivenHouse.CountsOf(await house.Ended(job.Id))["records"]);
    }

    [Theory]
    [InlineData("field=Name", true)]
    [InlineData("field=Sex", false)]
    [InlineData("status=Invalid", false)]
    [InlineData("q=ly+van", true)]
    [InlineData("q=0200787", true)]
    [InlineData("q=hoang", false)]
    public async Task The_work_list_is_narrowed_by_its_address(string query, bool isThere)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(Database.Sqlite, partner);
        var record = await Wrong(house);
        using var caller = house.Caller();

        var page = await caller.GetStringAsync($"/records/wrong?{query}", GivenHouse.Stop);

        Assert.Equal(isThere, page.Contains($"/records/{record.Ref}/correct?", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_record_of_another_unit_is_not_there(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        await house.Import(File);
        var record = (await house.Records())[0];
        using var other = house.Caller(GivenHouse.OtherStation);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/records/{record.Ref}", GivenHouse.Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/records/{record.Ref}/correct", GivenHouse.Stop)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_story_tells_each_event_and_that_it_was_looked_at(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        var record = await Wrong(house);
        await Post(house, record, 1, "Lý Văn Quân");
        using var caller = house.Caller();

        await caller.GetStringAsync($"/records/{record.Ref}", GivenHouse.Stop);
        var story = await caller.GetStringAsync($"/records/{record.Ref}", GivenHouse.Stop);

        foreach (var told in (string[])["Brought in a file", "Version 1 authenticated: wrong", "Corrected, version 2", "Version 2 authenticated: right", "Looked at"])
            Assert.Contains(told, story, StringComparison.Ordinal);
    }

    private static async Task<VaccinationRecord> Wrong(GivenHouse house)
    {
        await house.Import(File);
        await house.Authenticate();
        return (await house.Records())[0];
    }

    private static DecisionMade Released(VaccinationRecord record, int version) => new(
        7, record.Ref, version, DecisionKind.Released, "Lý Văn Quân", null, null, null, "", "CAX-06226", DateTimeOffset.UnixEpoch);

    private static async Task<string> Post(
        GivenHouse house, VaccinationRecord record, int version, string name, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var caller = house.Caller(GivenHouse.Station, AccountRole.HealthStation);
        var address = $"/records/{record.Ref}/correct";
        var page = await caller.GetStringAsync(address, GivenHouse.Stop);
        var response = await caller.Submit(
            address, page, ("version", $"{version}"), ("name", name), ("sex", record.Sex), ("date", record.DateOfBirth),
            ("number", record.IdNumber));
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync(GivenHouse.Stop);
    }
}
