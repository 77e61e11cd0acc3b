using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Feedback;
using XacThuc.Platform.Feedback.Review;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Records;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Feedback;

/// <summary>The station answers: data change with the evidence attached, or the citizen is told in plain words why not.</summary>
public sealed class ReviewTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Accepted_as_declared_the_record_changes_and_is_authenticated_at_once(Database database)
    {
        await using var given = await GivenFeedback.WithRecord(database);
        var one = await given.Report(GivenFeedback.Form());

        var answered = await given.Answer(one, "accept");

        Assert.True(answered.Status == HttpStatusCode.OK, answered.Page);
        Assert.Equal(FeedbackState.Accepted, (await given.Now(one)).State);
        var record = await given.Record();
        Assert.Equal(("Lý Văn Quân", RecordStatus.Matched, true), (record.FullName, record.Status, record.IsUpToDate));
        var followed = await given.Follow(one);
        Assert.Contains("brought up to date and authenticated anew", followed.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_dose_is_added_with_the_report_as_its_evidence_though_its_site_is_in_no_list()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite, "Lý Văn Quân");
        var one = await given.Report(GivenFeedback.Form(GivenFeedback.SecondDose()), photos: 1);

        await given.Answer(one, "accept");

        var added = (await given.Doses())[^1];
        Assert.Equal((2, "astrazeneca", "ABV5678", new DateOnly(2021, 10, 2)), (added.Number, added.Product, added.Lot, added.GivenOn));
        Assert.Equal((DoseOrigin.Feedback, one.Id, "Điểm tiêm lưu động chợ Đồng Đăng"), (added.Origin, added.CaseId, added.Facility));
    }

    [Fact]
    public async Task Recorded_as_vaccinated_but_was_not_the_dose_is_withdrawn_and_its_trace_stays()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite, "Lý Văn Quân");
        var one = await given.Report(GivenFeedback.Form(("Form.Kind", nameof(FeedbackKind.NotVaccinated)), ("Form.Doses[0].Number", "1"), ("Form.Doses[0].GivenOn", "24/07/2021")));

        await given.Answer(one, "accept");

        Assert.Equal(DoseState.Withdrawn, (await given.Doses()).Single().State);
        Assert.Single(await given.House.InDb(db => db.Set<DoseVersion>().ToListAsync()));
    }

    [Fact]
    public async Task Dose_2_recorded_as_dose_1_is_put_right_by_one_move()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite, "Lý Văn Quân");
        var one = await given.Report(
            GivenFeedback.Form(("Form.Kind", nameof(FeedbackKind.WrongNumber)), ("Form.Doses[0].Number", "2"), ("Form.Doses[0].GivenOn", "24/07/2021"), ("Form.Doses[0].Vaccine", "astrazeneca"), ("Form.Doses[0].Lot", "ABV1234")), photos: 1);

        await given.Answer(one, "accept");

        Assert.Equal(2, (await given.Doses()).Single().Number);
        Assert.Equal(FeedbackState.Accepted, (await given.Now(one)).State);
    }

    [Fact]
    public async Task What_the_reviewer_writes_otherwise_counts_only_once_the_citizen_has_looked_at_it()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form());

        await given.Answer(one, "accept", null, ("name", "Lý Văn Quấn"));
        var before = await given.Record();
        var shown = await given.Follow(one);
        var disputed = await given.Follow(one, "confirm", 0, ("right", "false"), ("words", "Tôi tên Quân"));
        await given.Answer(await given.Now(one), "accept", null, ("name", "Lý Văn QUÂN"));
        await given.Follow(one, "confirm", 0, ("right", "true"));

        Assert.Equal("Lý Văn Quan", before.FullName);
        Assert.Contains("Lý Văn Quấn", shown.Page, StringComparison.Ordinal);
        Assert.Contains("is looking at it", disputed.Page, StringComparison.Ordinal);
        Assert.Equal("Lý Văn QUÂN", (await given.Record()).FullName);
        Assert.Equal(FeedbackState.Accepted, (await given.Now(one)).State);
    }

    [Fact]
    public async Task A_refusal_has_an_official_reason_and_a_letter_and_the_same_case_is_completed_and_opened_again_once()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form());

        var without = await given.Answer(one, "refuse", null, ("letter", "Không rõ"));
        await given.Answer(one, "refuse", null, ("reason", nameof(RefusalReason.UnreadablePhoto)));
        var told = await given.Follow(one);
        var empty = await given.Follow(one, "goOn");
        await given.Follow(one, "goOn", 1, ("words", "Tôi gửi lại ảnh rõ hơn"));
        var again = await given.Now(one);
        await given.Answer(again, "refuse", null, ("reason", nameof(RefusalReason.AnotherName)), ("letter", "Giấy của người khác"));
        var twice = await given.Follow(one, "goOn", 1, ("words", "Lần nữa"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("Ảnh mờ hoặc tối, không đọc được", told.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal((FeedbackState.Open, 1, one.FollowCode), (again.State, again.Reopened, again.FollowCode));
        Assert.True(again.DueAt > one.DueAt);
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
    }

    [Fact]
    public async Task Asked_back_the_hours_begin_anew_with_the_citizens_answer()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form());

        await given.Answer(one, "ask", null, ("letter", "Xin chụp mặt sau của giấy"));
        var asked = await given.Now(one);
        await given.Age(asked, 60);
        var escalated = await given.Escalate();
        var followed = await given.Follow(one, "goOn", 1);

        Assert.Equal((FeedbackState.Asked, 0), (asked.State, escalated));
        Assert.Contains("is looking at it", followed.Page, StringComparison.Ordinal);
        Assert.Equal((FeedbackState.Open, FeedbackLevel.InTime), ((await given.Now(one)).State, (await given.Now(one)).Level));
    }

    [Fact]
    public async Task Put_off_the_clock_goes_on()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form());
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7));

        var late = await given.Answer(one, "putOff", null, ("day", $"{today.AddDays(90):yyyy-MM-dd}"), ("letter", "x"));
        await given.Answer(one, "putOff", null, ("day", $"{today.AddDays(5):yyyy-MM-dd}"), ("letter", "Chờ sổ tiêm của cơ quan"));
        await given.Age(one, 49);
        await given.Escalate();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal((FeedbackState.PutOff, FeedbackLevel.Late), ((await given.Now(one)).State, (await given.Now(one)).Level));
    }

    [Fact]
    public async Task Somebody_of_another_unit_sees_and_answers_nothing_before_it_is_handed_over()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form(), photos: 1);
        var other = await given.House.InDb(db => db.Units.Where(unit => unit.Code == GivenHouse.OtherStation).Select(unit => unit.Id).FirstAsync());

        using var page = await given.Other.GetAsync($"/feedback/{one.Id}", GivenHouse.Stop);
        using var photo = await given.Other.GetAsync($"/feedback/{one.Id}/photos/1", GivenHouse.Stop);
        using var own = await given.Station.GetAsync($"/feedback/{one.Id}/photos/1", GivenHouse.Stop);
        await given.Answer(one, "handOver", null, ("unit", $"{other}"), ("note", "Tiêm ở trạm bạn"));
        using var after = await given.Other.GetAsync($"/feedback/{one.Id}", GivenHouse.Stop);
        using var before = await given.Station.GetAsync($"/feedback/{one.Id}", GivenHouse.Stop);

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound),
            (page.StatusCode, photo.StatusCode, own.StatusCode, after.StatusCode, before.StatusCode));
        Assert.Equal("image/jpeg", own.Content.Headers.ContentType!.MediaType);
        Assert.Equal(one.DueAt, (await given.Now(one)).DueAt);
    }

    [Fact]
    public async Task Of_a_record_that_another_unit_keeps_no_more_is_told_than_who_keeps_it()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var other = await given.House.InDb(db => db.Units.Where(unit => unit.Code == GivenHouse.OtherStation).Select(unit => unit.Id).FirstAsync());
        var one = await given.Report(GivenFeedback.Form(("Form.Unit", $"{other}")));

        var page = await given.Other.GetStringAsync($"/feedback/{one.Id}", GivenHouse.Stop);

        Assert.Contains("kept by TYT-06226", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Quan,", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_reports_of_one_person_are_answered_at_once()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var first = await given.Report(GivenFeedback.Form());
        var second = await given.Report(GivenFeedback.Form(("Form.Phone", "0912 100 001")));

        await given.Answer(first, "accept");

        var told = await given.Follow(second);
        Assert.Equal((FeedbackState.AnsweredTogether, first.Id), ((await given.Now(second)).State, (await given.Now(second)).AnsweredWithId));
        Assert.Contains("Answered with another report", told.Page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Two_reviewers_who_answer_at_once_give_one_answer(Database database)
    {
        await using var given = await GivenFeedback.WithRecord(database, "Lý Văn Quân");
        var one = await given.Report(GivenFeedback.Form(GivenFeedback.SecondDose()), photos: 1);

        var answers = await Task.WhenAll(
            given.Answer(one, "accept"), given.Answer(one, "accept"), given.Answer(one, "refuse", null, ("reason", nameof(RefusalReason.AnotherDose))), given.Answer(one, "accept"));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.InRange((await given.Doses()).Count, 1, 2);
        Assert.Equal((await given.Now(one)).State == FeedbackState.Accepted ? 2 : 1, (await given.Doses()).Count);
    }

    [Fact]
    public async Task An_answer_is_taken_back_before_the_citizen_is_told()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form());

        await given.Answer(one, "refuse", null, ("reason", nameof(RefusalReason.AnotherDose)));
        await given.Answer(one, "undo");

        Assert.Equal((FeedbackState.Open, one.DueAt), ((await given.Now(one)).State, (await given.Now(one)).DueAt));
        Assert.DoesNotContain(given.House.Sent(), sent => sent.Words.Contains("not accepted", StringComparison.Ordinal));
        Assert.Equal(1, await given.House.InDb(db => db.Set<ShortMessage>().CountAsync(message => message.State == MessageState.Withdrawn)));
    }

    [Fact]
    public async Task A_dose_of_a_closed_session_is_not_changed_past_its_two_people()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite, "Lý Văn Quân");
        var one = await given.Report(GivenFeedback.Form(("Form.Kind", nameof(FeedbackKind.NotVaccinated)), ("Form.Doses[0].Number", "1"), ("Form.Doses[0].GivenOn", "24/07/2021")));
        await given.House.InDb(async db =>
        {
            await db.Set<Dose>().ExecuteUpdateAsync(row => row.SetProperty(dose => dose.SessionId, 7L));
            var dose = await db.Set<Dose>().Select(dose => dose.Id).SingleAsync();
            db.Add(new Booking { SessionId = 7, PersonId = 1, Number = 3, SlotAt = 480, State = BookingState.Left, DoseId = dose });
            await db.SaveChangesAsync();
        });

        var page = WebUtility.HtmlDecode(await given.Station.GetStringAsync($"/feedback/{one.Id}", GivenHouse.Stop));
        var answered = await given.Answer(one, "accept");

        Assert.Contains($"/sessions/7/corrections?place=3&report={one.Id}&kind=NotGiven#dose-place", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, answered.Status);
        Assert.Equal(DoseState.Valid, (await given.Doses()).Single().State);
    }

    [Theory]
    [InlineData(23.9, FeedbackLevel.InTime)]
    [InlineData(24.1, FeedbackLevel.Near)]
    [InlineData(40.1, FeedbackLevel.District)]
    [InlineData(48.1, FeedbackLevel.Late)]
    public async Task It_is_escalated_after_24_40_and_48_hours(double hours, FeedbackLevel level)
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form());
        await given.Age(one, hours);

        await given.Escalate();
        var again = await given.Escalate();
        var inbox = await given.District.GetStringAsync("/feedback", GivenHouse.Stop);

        Assert.Equal((level, 0), ((await given.Now(one)).Level, again));
        Assert.Equal(level >= FeedbackLevel.District, inbox.Contains($"/feedback/{one.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_takes_no_level_back()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form());
        await given.Age(one, 41);
        await given.Escalate();

        await given.Age(one, 3);
        var again = await given.Escalate();

        Assert.Equal((FeedbackLevel.District, 0), ((await given.Now(one)).Level, again));
    }

    [Fact]
    public async Task They_are_worked_off_by_deadline()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var first = await given.Report(GivenFeedback.Form(("Form.Name", "Nông Thị Hoa"), ("Form.IdNumber", "")));
        var second = await given.Report(GivenFeedback.Form(("Form.Phone", "0912 100 001")));
        await given.Age(second, 47);

        using var next = await given.Station.GetAsync("/feedback/next", GivenHouse.Stop);
        var answered = await given.Answer(second, "accept");

        Assert.Equal($"/feedback/{second.Id}", next.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal($"/feedback/{first.Id}", answered.Address);
    }

    [Fact]
    public async Task The_district_sees_load_and_lateness_of_each_unit_and_the_office_figures_alone()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form());
        await given.Age(one, 50);
        await given.Report(GivenFeedback.Form(("Form.Name", "Nông Thị Hoa"), ("Form.IdNumber", ""), ("Form.Phone", "0912 100 001")));

        using var office = given.House.Caller("VP-183", AccountRole.DistrictOffice);
        var figures = await office.GetStringAsync("/feedback/oversight", GivenHouse.Stop);
        using var refused = await office.GetAsync("/feedback", GivenHouse.Stop);
        var open = await given.District.GetStringAsync($"/feedback?unit={one.UnitId}", GivenHouse.Stop);

        Assert.Contains("2 received", figures, StringComparison.Ordinal);
        Assert.DoesNotContain($"/feedback?unit={one.UnitId}", figures, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains($"/feedback/{one.Id}", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_agree_with_the_register_goes_to_the_police_and_comes_back_with_their_decision()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form(("Form.Name", "Lý Văn Xuân")));

        await given.Answer(one, "accept");
        var waits = await given.Now(one);
        var told = await given.Follow(one);
        var record = await given.Record();
        await given.House.InDb(async db =>
        {
            db.Add(DecisionOn(record));
            await db.SaveChangesAsync();
        });
        await given.House.InScope(services => services.GetRequiredService<PolicePart>().Look(GivenHouse.Stop));
        var page = WebUtility.HtmlDecode(await given.Station.GetStringAsync($"/feedback/{one.Id}", GivenHouse.Stop));
        await given.Answer(await given.Now(one), "accept");
        await given.Follow(one, "confirm", 0, ("right", "true"));

        Assert.Equal(FeedbackState.WithPolice, waits.State);
        Assert.Contains("the commune police look into it", told.Page, StringComparison.Ordinal);
        Assert.Contains("has settled what is right", page, StringComparison.Ordinal);
        Assert.Equal(("Lý Văn Quân", RecordStatus.Matched), ((await given.Record()).FullName, (await given.Record()).Status));
        Assert.Equal(FeedbackState.Accepted, (await given.Now(one)).State);
    }

    [Fact]
    public async Task Once_the_register_is_put_right_the_case_is_done_by_itself()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form(("Form.Name", "Lý Văn Xuân")));
        await given.Answer(one, "accept");

        await given.House.InDb(db => db.Set<VaccinationRecord>().ExecuteUpdateAsync(row => row.SetProperty(record => record.Status, RecordStatus.Matched)));
        await given.House.InScope(services => services.GetRequiredService<PolicePart>().Look(GivenHouse.Stop));

        Assert.Equal(FeedbackState.Accepted, (await given.Now(one)).State);
    }

    private static RecordDecision DecisionOn(VaccinationRecord record) => new()
    {
        CaseId = 1,
        RecordId = record.Id,
        UnitId = record.UnitId,
        Version = record.Version,
        Kind = DecisionKind.Released,
        FullName = "Lý Văn Quân",
        Note = "",
        DecidedBy = "Công an xã Hợp Thành",
        DecidedAt = TimeProvider.System.GetUtcNow(),
        CameAt = TimeProvider.System.GetUtcNow(),
        State = DecisionState.Open,
    };

    [Fact]
    public async Task An_answer_is_rated_once()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form());
        await given.Answer(one, "accept");

        await given.Follow(one, "rate", 0, ("stars", "4"));
        var twice = await given.Follow(one, "rate", 0, ("stars", "1"));

        Assert.Equal(4, (await given.Now(one)).Rating);
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
    }
}
