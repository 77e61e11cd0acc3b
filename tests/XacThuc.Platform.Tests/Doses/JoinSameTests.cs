using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Doses.Same;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Doses;

public sealed class JoinSameTests
{
    // One dose that two facilities entered; the second a day later and with another lot.
    private const string SameDose = """
        1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,A1,01/09/2021,Trạm
        2,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,A7,02/09/2021,Bệnh viện
        3,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,2,AZ,A2,01/12/2021,Trạm

        """;

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task One_proposes_a_second_person_confirms_and_the_other_dose_points_at_the_one_that_stands(Database database)
    {
        await using var given = await GivenDoses.Start(database);
        await given.Bring(SameDose);
        var pair = Assert.Single(await given.Pairs());

        var proposed = await given.Station.Propose(pair);
        var alone = await given.Station.Do(pair, "confirm");
        var between = await given.Doses();
        var confirmed = await given.Colleague.Do(pair, "confirm");

        Assert.Equal(SameKind.Doses, pair.Kind);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (proposed.Status, alone.Status, confirmed.Status));
        Assert.All(between, dose => Assert.Equal(DoseState.Valid, dose.State));
        var doses = await given.Doses();
        Assert.Equal([DoseState.Valid, DoseState.Joined, DoseState.Valid], doses.Select(dose => dose.State));
        Assert.Equal(doses[0].Id, doses[1].JoinedWithId);
        Assert.Contains("xem sổ tiêm", confirmed.Page, StringComparison.Ordinal);
        Assert.Contains("a colleague", confirmed.Page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_split_puts_all_back_with_its_reason_and_the_story_stays(Database database)
    {
        await using var given = await GivenDoses.Start(database);
        await given.Bring(SameDose);
        var pair = Assert.Single(await given.Pairs());
        await given.Station.Propose(pair);
        await given.District.Do(pair, "confirm");

        var silent = await given.Station.Do(pair, "split", reason: " ");
        var split = await given.Station.Do(pair, "split", reason: "hai phiếu khác nhau");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (silent.Status, split.Status));
        Assert.All(await given.Doses(), dose => Assert.Equal((DoseState.Valid, (long?)null), (dose.State, dose.JoinedWithId)));
        Assert.Equal(SameState.Split, await given.StateOf(pair));
        var events = await given.House.InDb(db => db.Set<SameEvent>().AsNoTracking().OrderBy(one => one.Id).ToListAsync());
        Assert.Equal([SameAct.Proposed, SameAct.Confirmed, SameAct.Split], events.Select(one => one.Act));
        Assert.Equal("hai phiếu khác nhau", events[^1].Reason);
        Assert.Equal(SameState.Split, (await given.Seek())[0].State);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Two_spellings_of_one_person_with_one_dose_become_one_record_and_two_again(Database database)
    {
        await using var given = await GivenDoses.Start(database);
        await given.Bring("""
            1,Nông Thị Hoa,Nữ,01/03/1950,020150000012,06226,1,Vero Cell,B1,15/09/2021,
            2,Nông Thị Hoa,Nữ,01/03/1950,020150000012,06226,2,Vero Cell,B2,10/10/2021,

            """);
        await given.Bring("1,Nông Thị Hoà,Nữ,01/03/1950,,06226,1,Vero Cell,B1,15/09/2021,\n");
        var row = Assert.Single(await given.Rows());
        await given.Press("settle", ("row", $"{row.Id}"), ("record", ""));
        var pair = Assert.Single(await given.Pairs());
        var records = await given.House.Records();

        await given.Station.Propose(pair, records[0].Id);
        await given.Colleague.Do(pair, "confirm");
        var (joined, together) = (await given.House.Records(), await given.Doses());
        var story = await given.Station.GetStringAsync($"/records/{records[0].Ref}", GivenHouse.Stop);
        var other = await given.Station.GetStringAsync($"/records/{records[1].Ref}", GivenHouse.Stop);
        await given.Bring("1,Nông Thị Hoà,Nữ,01/03/1950,,06226,3,Moderna,M1,10/04/2022,\n");
        var later = (await given.Doses())[^1];
        await given.Colleague.Do(pair, "split", reason: "hai chị em");
        var (apart, back) = (await given.House.Records(), await given.Doses());

        Assert.Equal(SameKind.Records, pair.Kind);
        Assert.Equal([null, records[0].Id], joined.Select(record => record.JoinedIntoId));
        Assert.All(together, dose => Assert.Equal(records[0].Id, dose.RecordId));
        Assert.Equal([DoseState.Valid, DoseState.Valid, DoseState.Joined], together.Select(dose => dose.State));
        Assert.Contains("joined into this one", story, StringComparison.Ordinal);
        Assert.Contains("joined with another", story, StringComparison.Ordinal);
        Assert.Contains("the doses stand there", other, StringComparison.Ordinal);
        Assert.Equal(records[0].Id, later.RecordId);
        Assert.All(apart, record => Assert.Null(record.JoinedIntoId));
        Assert.Equal([records[0].Id, records[0].Id, records[1].Id, records[0].Id], back.Select(dose => dose.RecordId));
        Assert.All(back, dose => Assert.Equal(DoseState.Valid, dose.State));
    }

    [Fact]
    public async Task Records_of_two_units_are_proposed_by_one_and_confirmed_by_the_district_alone()
    {
        await using var given = await GivenDoses.Start(Database.Sqlite);
        using var other = given.House.Caller(GivenHouse.OtherStation);
        const string dose = "1,Lý Văn Quân,Nam,02/09/1978,020078000011,,1,AZ,A1,01/09/2021,\n";
        await given.Bring(dose);
        await given.Bring(dose.Replace("Quân", "Quan", StringComparison.Ordinal).Replace("1978", "1979", StringComparison.Ordinal), other);
        var row = Assert.Single(await given.Rows());
        var file = await given.File();
        var page = await other.GetStringAsync($"/doses/files/{file.Id}", GivenHouse.Stop);
        using var settled = await other.Submit($"/doses/files/{file.Id}?handler=settle", page, ("row", $"{row.Id}"), ("record", ""));
        var pair = Assert.Single(await given.Seek());

        await other.Propose(pair);
        var stranger = await given.Station.Do(pair, "confirm");
        var district = await given.District.Do(pair, "confirm");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (stranger.Status, district.Status));
        Assert.Equal(SameState.Joined, await given.StateOf(pair));
    }

    [Fact]
    public async Task What_changed_since_it_was_proposed_is_not_joined()
    {
        await using var given = await GivenDoses.Start(Database.Sqlite);
        await given.Bring(SameDose);
        var pair = Assert.Single(await given.Pairs());
        await given.Station.Propose(pair);
        await given.House.InDb(db => db.Set<Dose>().Where(dose => dose.Id == pair.SecondId)
            .ExecuteUpdateAsync(dose => dose.SetProperty(one => one.Number, 3).SetProperty(one => one.Version, one => one.Version + 1)));

        var confirmed = await given.Colleague.Do(pair, "confirm");
        var refused = await given.Colleague.Do(pair, "refuse");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (confirmed.Status, refused.Status));
        Assert.Equal(SameState.Open, await given.StateOf(pair));
    }

    [Fact]
    public async Task What_was_entered_at_a_session_is_not_joined_with_what_a_file_brought()
    {
        await using var given = await GivenDoses.Start(Database.Sqlite);
        await given.Bring(SameDose);
        var pair = Assert.Single(await given.Pairs());
        await given.House.InDb(db => db.Set<Dose>().Where(dose => dose.Id == pair.FirstId)
            .ExecuteUpdateAsync(dose => dose.SetProperty(one => one.Origin, DoseOrigin.Session)));

        var wrong = await given.Station.Propose(pair, pair.SecondId);
        var unreasoned = await given.Station.Propose(pair, pair.FirstId, reason: "");
        var right = await given.Station.Propose(pair, pair.FirstId);

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (wrong.Status, unreasoned.Status, right.Status));
    }

    [Fact]
    public async Task A_pair_that_somebody_calls_two_is_not_asked_again()
    {
        await using var given = await GivenDoses.Start(Database.Sqlite);
        await given.Bring(SameDose);
        var pair = Assert.Single(await given.Pairs());

        await given.Station.Do(pair, "different");

        Assert.Equal(SameState.Different, Assert.Single(await given.Seek()).State);
    }

    [Fact]
    public async Task A_later_join_is_split_before_the_earlier_one()
    {
        await using var given = await GivenDoses.Start(Database.Sqlite);
        await given.Bring(SameDose + "4,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,A9,03/09/2021,Khác\n");
        var pairs = await given.Pairs();
        var (first, second) = (pairs.Single(pair => pair.FirstId == 1 && pair.SecondId == 2), pairs.Single(pair => pair.FirstId == 1 && pair.SecondId == 4));
        foreach (var pair in new[] { first, second })
        {
            await given.Station.Propose(pair, pair.SecondId == 4 ? 4 : 1);
            await given.Colleague.Do(pair, "confirm");
        }

        var early = await given.Station.Do(first, "split");
        await given.Station.Do(second, "split");
        var then = await given.Station.Do(first, "split");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (early.Status, then.Status));
        Assert.All(await given.Doses(), dose => Assert.Equal(DoseState.Valid, dose.State));
    }

    [Theory]
    [InlineData(GivenHouse.Station, AccountRole.HealthStation, HttpStatusCode.OK)]
    [InlineData(GivenHouse.District, AccountRole.DistrictHealthCentre, HttpStatusCode.OK)]
    [InlineData(GivenHouse.OtherStation, AccountRole.HealthStation, HttpStatusCode.NotFound)]
    [InlineData("UBND-06226", AccountRole.CommuneCommittee, HttpStatusCode.Forbidden)]
    [InlineData("VP-183", AccountRole.DistrictOffice, HttpStatusCode.Forbidden)]
    public async Task Files_and_pairs_are_seen_by_their_unit_and_its_district(string unit, AccountRole role, HttpStatusCode sees)
    {
        await using var given = await GivenDoses.Start(Database.Sqlite);
        await given.Bring(SameDose);
        using var caller = given.House.Caller(unit, role);
        var (file, pair) = (await given.File(), Assert.Single(await given.Pairs()));

        foreach (var page in (string[])[$"/doses/files/{file.Id}", $"/doses/same/{pair.Id}"])
        {
            using var response = await caller.GetAsync(page, GivenHouse.Stop);
            Assert.Equal(sees, response.StatusCode);
        }
    }
}
