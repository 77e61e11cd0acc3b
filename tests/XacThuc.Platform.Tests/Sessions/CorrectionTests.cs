using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Sessions.Correct;
using XacThuc.Platform.Sessions.Sign;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions;

/// <summary>A mistake of a signed session is put right by a reason, a second person and a new signature.</summary>
public sealed class CorrectionTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_wrong_lot_of_a_whole_session_is_put_right_and_signed_anew_and_what_was_signed_is_shown_as_it_was(Database database)
    {
        await using var given = await GivenSession.Signed(database);
        var (wrong, right) = await OtherLot(given, "AZ01", "astrazeneca");

        await Propose(given, "lot", ("fromLot", $"{wrong}"), ("lot", $"{right}"), ("reason", "nhầm vắc xin theo phiếu xuất kho"));
        Assert.Equal("FH8020", Assert.Single(await given.Doses()).Lot);
        await Confirm(given);

        var dose = Assert.Single(await given.Doses());
        Assert.Equal(("astrazeneca", "AZ01", DoseState.Valid, 1), (dose.Product, dose.Lot, dose.State, dose.Version));
        var session = await given.Session();
        Assert.Equal((SessionState.Closed, "astrazeneca"), (session.State, session.Product));
        Assert.Equal([("FH8020", 5, 0, 0), ("AZ01", 1, 1, 0)], await Balance(given));
        var before = await given.InDb(db => db.Set<DoseVersion>().AsNoTracking().SingleAsync());
        Assert.Equal(("FH8020", "nhầm vắc xin theo phiếu xuất kho"), (before.Lot, before.Reason));

        var old = await Result(given, "?version=1");
        Assert.Contains("Right: signed by", old, StringComparison.Ordinal);
        Assert.Contains("FH8020", old, StringComparison.Ordinal);
        var now = await Result(given);
        Assert.Contains("nhầm vắc xin theo phiếu xuất kho", now, StringComparison.Ordinal);
        Assert.DoesNotContain("Right: signed by", now, StringComparison.Ordinal);
        await given.Send(given.Survey.Committee, "result", "sample");
        Assert.Equal(SessionState.Signed, (await given.Session()).State);
        var results = await given.InDb(db => db.Set<SessionResult>().AsNoTracking().OrderBy(result => result.Version).ToListAsync());
        Assert.Equal([true, true], results.Select(result => result.IsSigned).ToArray());
        Assert.Equal(results[0].Digest, DayResult.Of(results[1].Content).Before);
    }

    [Fact]
    public async Task From_a_citizens_report_the_proposal_comes_filled_in()
    {
        await using var given = await GivenSession.Signed(Database.Sqlite);

        var page = await given.Station.GetStringAsync($"/sessions/{(await given.Session()).Id}/corrections?place=1&report=12&kind=DoseNumber&to=2", GivenHouse.Stop);

        Assert.Matches("id=\"dose-place\"[^>]* value=\"1\"", page);
        Assert.Matches("<option value=\"DoseNumber\" selected=\"selected\">", page);
        Assert.Matches("id=\"to\"[^>]* value=\"2\"", page);
        Assert.Contains("By a citizen&#x27;s report (no. 12)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_proposes_does_not_confirm()
    {
        await using var given = await GivenSession.Signed(Database.Sqlite);
        await Propose(given, "dose", ("place", "1"), ("kind", "NotGiven"), ("reason", "chưa tiêm"));
        var correction = await Correction(given);

        var confirmed = await given.Send(given.Station, "corrections", "confirm", ("correction", $"{correction.Id}"));

        Assert.Equal(HttpStatusCode.Conflict, confirmed.Status);
        Assert.Contains("Whoever proposes does not confirm", confirmed.Page, StringComparison.Ordinal);
        Assert.Equal(DoseState.Valid, Assert.Single(await given.Doses()).State);
        Assert.Equal(SessionState.Signed, (await given.Session()).State);
    }

    [Fact]
    public async Task A_dose_that_was_not_given_is_withdrawn_and_counts_as_thrown_away()
    {
        await using var given = await GivenSession.Signed(Database.Sqlite);

        await Propose(given, "dose", ("place", "1"), ("kind", "NotGiven"), ("reason", "bơm hỏng, người dân về"));
        await Confirm(given);

        Assert.Equal(DoseState.Withdrawn, Assert.Single(await given.Doses()).State);
        Assert.Equal([("FH8020", 6, 0, 0)], await Balance(given));
        Assert.Equal(BookingState.Cancelled, (await given.Bookings())[0].State);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_dose_that_was_entered_for_the_wrong_person_goes_to_the_right_one(Database database)
    {
        await using var given = await GivenSession.Signed(database);
        var before = Assert.Single(await given.Doses()).RecordId;

        await Propose(given, "dose", ("place", "1"), ("kind", "Person"), ("to", "2"), ("reason", "quét nhầm thẻ"));
        await Confirm(given);

        var dose = Assert.Single(await given.Doses());
        Assert.NotEqual(before, dose.RecordId);
        var records = await given.Survey.House.Records();
        Assert.Equal("Nông Thị Hoa", records.Single(record => record.Id == dose.RecordId).FullName);
        Assert.Equal([BookingState.Cancelled, BookingState.Left, BookingState.Cancelled], (await given.Bookings()).Select(booking => booking.State).ToArray());
    }

    [Fact]
    public async Task A_wrong_day_is_put_right_for_all()
    {
        await using var given = await GivenSession.Signed(Database.Sqlite);
        var day = GivenSession.Today.AddDays(-3);

        await Propose(given, "day", ("day", $"{day:yyyy-MM-dd}"), ("reason", "ghi nhầm ngày"));
        await Confirm(given);

        Assert.Equal((day, day), (Assert.Single(await given.Doses()).GivenOn, (await given.Session()).Day));
    }

    [Theory]
    [InlineData("Say why", "dose", "place=1", "kind=NotGiven", "reason=")]
    [InlineData("There is no such dose", "dose", "place=2", "kind=NotGiven", "reason=x")]
    [InlineData("Choose a lot of the unit", "dose", "place=1", "kind=Lot", "reason=x")]
    [InlineData("must be from 1 to 9", "dose", "place=1", "kind=DoseNumber", "to=0", "reason=x")]
    [InlineData("is what stands there already", "dose", "place=1", "kind=DoseNumber", "to=1", "reason=x")]
    [InlineData("This number is not at the session", "dose", "place=1", "kind=Person", "to=9", "reason=x")]
    [InlineData("The day must be today or before", "day", "day=2099-01-01", "reason=x")]
    [InlineData("Choose a lot of the unit's store", "lot", "fromLot=1", "lot=99", "reason=x")]
    public async Task What_cannot_be_right_is_not_proposed(string says, string handler, params string[] fields)
    {
        await using var given = await GivenSession.Signed(Database.Sqlite);

        var refused = await Propose(given, handler, [.. fields.Select(field => (field.Split('=')[0], field.Split('=')[1]))]);

        Assert.Contains(says, refused.Page, StringComparison.Ordinal);
        Assert.Empty(await given.InDb(db => db.Set<SessionCorrection>().ToListAsync()));
    }

    [Fact]
    public async Task More_doses_than_the_right_lot_has_are_refused_when_it_is_confirmed_and_nothing_changes()
    {
        await using var given = await GivenSession.Signed(Database.Sqlite);
        var (wrong, right) = await OtherLot(given, "AZ01", "astrazeneca");
        await Propose(given, "lot", ("fromLot", $"{wrong}"), ("lot", $"{right}"), ("reason", "nhầm lô"));
        await given.InDb(db => db.Set<Lot>().Where(lot => lot.Id == right).ExecuteUpdateAsync(lot => lot.SetProperty(one => one.Received, 0)));

        var refused = await Confirm(given);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(("FH8020", 0), (Assert.Single(await given.Doses()).Lot, Assert.Single(await given.Doses()).Version));
        Assert.Equal(CorrectionState.Proposed, (await Correction(given)).State);
    }

    [Fact]
    public async Task A_proposal_that_is_rejected_changes_nothing()
    {
        await using var given = await GivenSession.Signed(Database.Sqlite);
        await Propose(given, "dose", ("place", "1"), ("kind", "NotGiven"), ("reason", "chưa tiêm"));
        using var district = given.Survey.House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre);

        await given.Send(district, "corrections", "reject", ("correction", $"{(await Correction(given)).Id}"), ("word", "phiếu giấy có chữ ký"));

        Assert.Equal((CorrectionState.Rejected, "phiếu giấy có chữ ký"), ((await Correction(given)).State, (await Correction(given)).Word));
        Assert.Equal(SessionState.Signed, (await given.Session()).State);
    }

    private static Task<(HttpStatusCode Status, string Page)> Propose(GivenSession given, string handler, params (string, string)[] fields) =>
        given.Send(given.Station, "corrections", handler, fields);

    private static async Task<(HttpStatusCode Status, string Page)> Confirm(GivenSession given)
    {
        using var district = given.Survey.House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre);
        return await given.Send(district, "corrections", "confirm", ("correction", $"{(await Correction(given)).Id}"));
    }

    private static Task<SessionCorrection> Correction(GivenSession given) =>
        given.InDb(db => db.Set<SessionCorrection>().AsNoTracking().OrderByDescending(one => one.Id).FirstAsync());

    private static async Task<(long Wrong, long Right)> OtherLot(GivenSession given, string number, string product)
    {
        await given.Receive(number, 20, "2099-12-31", product);
        var lots = await given.InDb(db => db.Set<Lot>().AsNoTracking().OrderBy(lot => lot.Id).ToListAsync());
        return (lots[0].Id, lots[1].Id);
    }

    private static async Task<string> Result(GivenSession given, string query = "")
    {
        var session = await given.Session();
        return WebUtility.HtmlDecode(await given.Survey.Committee.GetStringAsync($"/sessions/{session.Id}/result{query}", GivenHouse.Stop));
    }

    private static async Task<(string Number, int Brought, int Used, int Left)[]> Balance(GivenSession given)
    {
        var session = await given.Session();
        var lots = await given.InDb(db => db.Set<SessionLot>().AsNoTracking().Where(lot => lot.SessionId == session.Id)
            .Join(db.Set<Lot>(), brought => brought.LotId, lot => lot.Id, (brought, lot) => new { brought, lot.Number }).OrderBy(pair => pair.brought.Id).ToListAsync());
        return [.. lots.Select(pair => (pair.Number, pair.brought.Brought, pair.brought.Used, pair.brought.Left))];
    }
}
