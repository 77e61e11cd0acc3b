using System.Net;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Shell;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions;

public sealed class PlanSessionTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Verified_people_are_invited_hamlet_by_hamlet_and_who_is_too_young_is_not(Database database)
    {
        await using var given = await GivenSession.Start(database);

        var planned = await given.Plan(peopleAnHour: "4");

        var bookings = await given.Bookings();
        var people = (await given.Survey.People()).ToDictionary(person => person.Id, person => person.FullName);
        Assert.Equal(["Vi Văn Xuân", "Nông Thị Hoa", "Lý Văn Quân"], bookings.Select(booking => people[booking.PersonId]).ToArray());
        Assert.Equal([450, 465, 480], bookings.Select(booking => booking.SlotAt).ToArray());
        Assert.Contains("1 people are not due on that day", planned.Page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Nobody_is_invited_twice_and_who_finds_no_room_waits(Database database)
    {
        await using var given = await GivenSession.Start(database);
        await given.Plan(closes: "08:30", peopleAnHour: "2");

        var second = await given.Plan(place: "Nhà văn hoá thôn");

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Single(await given.Bookings());
        var all = await given.InDb(db => Task.FromResult(db.Set<Booking>().Select(booking => booking.PersonId).ToList()));
        Assert.Equal(3, all.Distinct().Count());
    }

    [Theory]
    [InlineData("Trạm Y tế", "09:00", "10:00", "There is session")]
    [InlineData("", "13:30", "16:30", "Say where the session is held")]
    [InlineData("Nơi khác", "16:30", "13:30", "The end must be after the beginning")]
    public async Task A_session_that_cannot_be_is_refused_with_what_to_do(string place, string opens, string closes, string says)
    {
        await using var given = await GivenSession.Start(Database.Sqlite);
        await given.Plan();

        var refused = await given.Plan(place, opens, closes);

        Assert.Contains(says, refused.Page, StringComparison.Ordinal);
        Assert.Equal(1, await given.InDb(db => Task.FromResult(db.Set<VaccinationSession>().Count())));
    }

    [Fact]
    public async Task A_day_that_is_over_needs_a_reason_and_what_is_entered_of_it_is_late_at_the_time_of_the_paper()
    {
        await using var given = await GivenSession.Start(Database.Sqlite);
        var day = GivenSession.Today.AddDays(-1);

        var refused = await given.Plan(day: day);
        await given.Plan(day: day, lateReason: "điểm tiêm không có mạng");
        await given.Receive("FH8020", 50, "2099-12-31");
        await given.Take(10);
        await given.Desk(1, "screen", ("outcome", "Fit"));
        await given.Inject(1, givenAt: "09:10");
        var left = await given.Desk(1, "leave");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (refused.Status, left.Status));
        Assert.Equal("điểm tiêm không có mạng", (await given.Session()).LateReason);
        var dose = Assert.Single(await given.Doses());
        Assert.Equal((day, true), (dose.GivenOn, dose.IsLate));
        Assert.Equal(Shown.MomentOf(day, new TimeOnly(9, 10)), (await given.Bookings())[0].InjectedAt);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task As_many_days_in_a_row_are_planned_as_it_takes_to_invite_everybody(Database database)
    {
        await using var given = await GivenSession.Start(database);

        var planned = await given.Plan(closes: "08:30", peopleAnHour: "2", days: "5");

        Assert.Contains("2 sessions were planned", planned.Page, StringComparison.Ordinal);
        var sessions = await given.InDb(db => Task.FromResult(db.Set<VaccinationSession>().OrderBy(session => session.Day).ToList()));
        Assert.Equal([GivenSession.Today, GivenSession.Today.AddDays(1)], sessions.Select(session => session.Day).ToArray());
        var people = await given.InDb(db => Task.FromResult(db.Set<Booking>().Select(booking => booking.PersonId).ToList()));
        Assert.Equal(3, people.Distinct().Count());
    }

    [Fact]
    public async Task A_session_that_is_called_off_gives_its_people_back()
    {
        await using var given = await GivenSession.Start(Database.Sqlite);
        await given.Plan();

        await given.Press("calloff");
        await given.Plan();

        Assert.Equal(3, (await given.Bookings()).Count(booking => booking.State == BookingState.Booked));
    }
}
