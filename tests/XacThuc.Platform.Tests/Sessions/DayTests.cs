using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions;

/// <summary>The day: check-in, screening, injection, observation, and the end.</summary>
public sealed class DayTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Who_is_fit_is_injected_and_the_record_is_made_and_authenticated_at_once(Database database)
    {
        await using var given = await GivenSession.Planned(database);

        await given.Desk(1, "screen", ("outcome", "Fit"));
        var injected = await given.Inject(1);

        Assert.Equal(HttpStatusCode.OK, injected.Status);
        var dose = Assert.Single(await given.Doses());
        Assert.Equal((1, "comirnaty", "FH8020", GivenSession.Today, false), (dose.Number, dose.Product, dose.Lot, dose.GivenOn, dose.IsLate));
        var record = Assert.Single(await given.Survey.House.Records());
        Assert.Equal(("Vi Văn Xuân", RecordStatus.Mismatched), (record.FullName, record.Status));
        Assert.Contains("Put it right while the person is here", injected.Page, StringComparison.Ordinal);
        Assert.Equal(BookingState.Injected, (await given.Bookings())[0].State);
    }

    [Fact]
    public async Task The_desk_s_script_is_shown_the_next_step_with_the_answer_and_each_step_is_in_the_audit_once()
    {
        await using var given = await GivenSession.Planned(Database.Sqlite);
        var desk = $"/sessions/{(await given.Session()).Id}/desk";
        var page = await given.Station.GetStringAsync(desk, GivenHouse.Stop);
        given.Station.DefaultRequestHeaders.Add("X-Desk", "1");

        using var found = await given.Station.Submit($"{desk}?handler=find", page, ("Sought", "vi van xuan"));
        using var fit = await given.Station.Submit($"{desk}?handler=screen", page, ("number", "1"), ("outcome", "Fit"));
        var shown = WebUtility.HtmlDecode(await fit.Content.ReadAsStringAsync(GivenHouse.Stop));

        Assert.All([found, fit], answer => Assert.Equal($"{desk}?number=1", answer.Content.Headers.ContentLocation?.OriginalString));
        Assert.Equal((desk + "?handler=screen", true, false), (fit.RequestMessage!.RequestUri!.PathAndQuery, shown.Contains("handler=inject", StringComparison.Ordinal), shown.Contains("<header", StringComparison.Ordinal)));
        var acts = await given.InDb(db => db.Audit.Where(act => act.Subject.EndsWith(".1")).OrderBy(act => act.Id).Select(act => act.Kind).ToListAsync());
        Assert.Equal("day.desk day.screen", string.Join(' ', acts));
    }

    [Fact]
    public async Task What_the_police_verified_goes_into_the_record_that_the_person_had()
    {
        await using var given = await GivenSession.Planned(Database.Sqlite);
        await given.Survey.House.Import("Mã,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã\nA1,Vy Văn Xuâm,Nam,02/01/1960,020060000001,06226\n");
        var before = Assert.Single(await given.Survey.House.Records());
        await given.InDb(db => db.Set<Platform.Lists.ListedPerson>().Where(person => person.FullName == "Vi Văn Xuân")
            .ExecuteUpdateAsync(person => person.SetProperty(one => one.RecordId, before.Id)));

        await given.Desk(1, "screen", ("outcome", "Fit"));
        await given.Inject(1);

        var record = Assert.Single(await given.Survey.House.Records());
        Assert.Equal((before.Id, "Vi Văn Xuân", "01/02/1960", 2), (record.Id, record.FullName, record.DateOfBirth, record.Version));
        Assert.Equal("Vy Văn Xuâm", (await given.InDb(db => db.Set<Platform.Records.RecordVersion>().AsNoTracking().SingleAsync())).FullName);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task An_entry_that_is_sent_twice_or_from_two_desks_at_once_is_one_dose(Database database)
    {
        await using var given = await GivenSession.Planned(database);
        await given.Desk(1, "screen", ("outcome", "Fit"));
        var key = Guid.NewGuid();

        var answers = await Task.WhenAll(given.Inject(1, key), given.Inject(1, key), given.Inject(1, key));
        var again = await given.Inject(1, key);
        var other = await given.Inject(1);

        Assert.All(answers, answer => Assert.Contains(answer.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Conflict]));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (again.Status, other.Status));
        Assert.Single(await given.Doses());
        Assert.Single(await given.Survey.House.Records());
    }

    [Fact]
    public async Task Nobody_is_injected_unscreened_and_a_person_who_is_not_fit_needs_a_reason()
    {
        await using var given = await GivenSession.Planned(Database.Sqlite);

        var unscreened = await given.Inject(1);
        var silent = await given.Desk(1, "screen", ("outcome", "Deferred"));
        var deferred = await given.Desk(1, "screen", ("outcome", "Deferred"), ("note", "sốt 38,5"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (unscreened.Status, silent.Status, deferred.Status));
        Assert.Equal((BookingState.Deferred, "sốt 38,5"), ((await given.Bookings())[0].State, (await given.Bookings())[0].ScreeningNote));
        Assert.Empty(await given.Doses());
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task No_more_doses_are_given_than_the_lot_had_though_two_desks_take_the_last_at_once(Database database)
    {
        await using var given = await GivenSession.Planned(database, doses: 1);
        foreach (var number in (int[])[1, 2, 3]) await given.Desk(number, "screen", ("outcome", "Fit"));

        var answers = await Task.WhenAll(given.Inject(1), given.Inject(2), given.Inject(3));
        var late = await given.Inject((await given.Bookings()).First(booking => booking.State == BookingState.Fit).Number);

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Contains("All doses of lot FH8020", late.Page, StringComparison.Ordinal);
        Assert.Single(await given.Doses());
    }

    [Fact]
    public async Task A_lot_that_has_expired_is_not_taken_to_a_session()
    {
        await using var given = await GivenSession.Planned(Database.Sqlite, expires: "2024-01-31");

        var taken = await given.Take(5);

        Assert.Contains("may be used until 31/01/2024", taken.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_the_store_has_is_not_taken()
    {
        await using var given = await GivenSession.Planned(Database.Sqlite, doses: 40);

        var taken = await given.Take(11);

        Assert.Equal(HttpStatusCode.Conflict, taken.Status);
        Assert.Contains("has only 10 doses", taken.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_dose_too_early_needs_a_reason_which_is_kept()
    {
        await using var given = await GivenSession.Planned(Database.Sqlite);
        await given.Desk(1, "screen", ("outcome", "Fit"));
        await given.Inject(1);
        await given.InDb(db => db.Set<Dose>().ExecuteUpdateAsync(dose => dose.SetProperty(one => one.GivenOn, GivenSession.Today.AddDays(-7))));
        await given.InDb(db => db.Set<Platform.Lists.SurveyList>().ExecuteUpdateAsync(list => list.SetProperty(one => one.Dose, 2)));
        await given.InDb(db => db.Set<Booking>().Where(booking => booking.Number == 1).ExecuteUpdateAsync(
            booking => booking.SetProperty(one => one.State, BookingState.Fit).SetProperty(one => one.DoseId, (long?)null)));

        var silent = await given.Inject(1);
        var explained = await given.Inject(1, reason: "đi công tác nước ngoài");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (silent.Status, explained.Status));
        Assert.Equal("đi công tác nước ngoài", (await given.Doses())[1].ScheduleReason);
    }

    [Theory]
    [InlineData("020060000001")]
    [InlineData("020060000001||Vi Văn Xuân|01021960|Nam|Bản Lành|25042021")]
    [InlineData("vi van xuan")]
    [InlineData("1")]
    public async Task A_card_a_number_a_name_without_marks_and_the_place_in_the_queue_find_the_person(string sought)
    {
        await using var given = await GivenSession.Planned(Database.Sqlite);
        var session = await given.Session();
        var page = await given.Station.GetStringAsync($"/sessions/{session.Id}/desk", GivenHouse.Stop);

        using var found = await given.Station.Submit($"/sessions/{session.Id}/desk?handler=find", page, ("Sought", sought));

        Assert.EndsWith("/desk?number=1", found.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_leaves_after_half_an_hour_or_with_a_word_why_not()
    {
        await using var given = await GivenSession.Planned(Database.Sqlite);
        await given.Desk(1, "screen", ("outcome", "Fit"));
        await given.Inject(1);

        var early = await given.Desk(1, "leave");
        var explained = await given.Desk(1, "leave", ("note", "chuyển cấp cứu"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (early.Status, explained.Status));
        Assert.Equal(BookingState.Left, (await given.Bookings())[0].State);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_day_ends_when_nobody_is_at_a_desk_and_each_dose_is_accounted_for(Database database)
    {
        await using var given = await GivenSession.Planned(database, doses: 6);
        await given.Desk(1, "screen", ("outcome", "Fit"));
        await given.Inject(1);

        var busy = await given.Close(discarded: 0, returned: 5);
        await given.Desk(1, "leave", ("note", "khoẻ"));
        var unbalanced = await given.Close(discarded: 1, returned: 3);
        var closed = await given.Close(discarded: 1, returned: 4);

        Assert.Equal(
            (HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (busy.Status, unbalanced.Status, closed.Status));
        Assert.Contains("out by 1 doses", unbalanced.Page, StringComparison.Ordinal);
        Assert.Equal(SessionState.Closed, (await given.Session()).State);
        Assert.Equal([BookingState.Left, BookingState.Cancelled, BookingState.Cancelled], (await given.Bookings()).Select(booking => booking.State).ToArray());
    }
}
