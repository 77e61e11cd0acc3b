using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Feedback;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Platform.Feedback.Report;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Platform.Tests.Feedback;

/// <summary>A citizen reports what is wrong: form, photo, code to the phone, a unit that owes an answer within 48 hours.</summary>
public sealed class ReportTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_report_stands_once_the_code_from_the_phone_is_entered_and_is_due_after_48_hours(Database database)
    {
        await using var given = await GivenFeedback.Open(database);

        var sent = await given.Send(GivenFeedback.Form(GivenFeedback.SecondDose()), photos: 2);
        var before = (await given.Cases()).Single();
        var confirmed = await given.Type(sent.Address, await given.LastCode());

        var one = (await given.Cases()).Single();
        Assert.Equal((FeedbackState.Unconfirmed, FeedbackState.Open), (before.State, one.State));
        Assert.Equal(one.RecordedAt + TimeSpan.FromHours(48), one.DueAt);
        Assert.Equal(FeedbackRoute.Commune, one.Route);
        Assert.Contains("TYT-06226 answers by", confirmed.Page, StringComparison.Ordinal);
        Assert.Equal(2, await given.House.InDb(db => db.Set<FeedbackPhoto>().CountAsync()));
        Assert.Single(await given.House.InDb(db => db.Set<ReportedDose>().ToListAsync()));
    }

    [Fact]
    public async Task All_that_is_missing_is_told_at_once_each_at_its_field()
    {
        await using var given = await GivenFeedback.Open(Database.Sqlite);

        var sent = await given.Send([("Form.Key", $"{Guid.NewGuid()}"), ("Form.Kind", nameof(FeedbackKind.MissingDose)), ("Form.Name", "Lý"), ("Form.Date", "31/02/1978"), ("Form.IdNumber", "12345"), ("Form.Phone", "0205 381 234")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        foreach (var field in (string[])["name", "date", "sex-male", "idNumber", "phone", "commune", "dose-1-date", "Photos", "consent"])
            Assert.Contains($"href=\"#{field}\"", sent.Page, StringComparison.Ordinal);
        Assert.Empty(await given.Cases());
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Pressed_many_times_at_once_it_is_one_report(Database database)
    {
        await using var given = await GivenFeedback.Open(database);
        var form = GivenFeedback.Form();
        await given.Resident.GetStringAsync("/portal/feedback", GivenHouse.Stop);

        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => given.Send(form)));

        Assert.Single(await given.Cases());
        Assert.All(sent, one => Assert.True(one.Status == HttpStatusCode.OK, one.Page));
        Assert.Single(sent.Select(one => one.Address).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_goes_to_the_facility_that_was_named_else_to_who_keeps_the_record_else_to_the_commune_else_to_the_district()
    {
        await using var given = await GivenFeedback.WithRecord(Database.Sqlite);
        var other = await given.House.InDb(db => db.Units.Where(unit => unit.Code == GivenHouse.OtherStation).Select(unit => unit.Id).FirstAsync());

        var named = await given.Report(GivenFeedback.Form(("Form.Unit", $"{other}")));
        var known = await given.Report(GivenFeedback.Form(("Form.Commune", "06229"), ("Form.Phone", "0912 000 002")));
        var commune = await given.Report(GivenFeedback.Form(("Form.Commune", "06229"), ("Form.IdNumber", ""), ("Form.Name", "Nông Thị Hoa"), ("Form.Phone", "0912 000 003")));
        var nobody = await given.Report(GivenFeedback.Form(("Form.Commune", CheckReport.Elsewhere), ("Form.IdNumber", ""), ("Form.Name", "Hà Thị Lan"), ("Form.Phone", "0912 000 004")));

        var units = await given.House.InDb(db => db.Set<Unit>().ToDictionaryAsync(unit => unit.Id, unit => unit.Code));
        Assert.Equal(
            [(FeedbackRoute.Facility, GivenHouse.OtherStation), (FeedbackRoute.Record, GivenHouse.Station), (FeedbackRoute.Commune, GivenHouse.OtherStation), (FeedbackRoute.District, GivenHouse.District)],
            new[] { named, known, commune, nobody }.Select(one => (one.Route, units[one.UnitId!.Value])));
    }

    [Fact]
    public async Task A_stolen_code_opens_nothing_without_the_phone_and_what_is_wrong_of_the_two_is_not_told()
    {
        await using var given = await GivenFeedback.Open(Database.Sqlite);
        var one = await given.Report(GivenFeedback.Form());

        var stolen = await given.FollowBy(one.FollowCode, "9999");
        var guessed = await given.FollowBy("BCDFGHJK", "0001");
        var owned = await given.FollowBy(one.FollowCode, "0001");
        var answered = await given.Resident.Submit(
            "/portal/feedback/follow?handler=goOn", await given.Resident.GetStringAsync("/portal/feedback/follow", GivenHouse.Stop), ("Code", one.FollowCode), ("Last4", "9999"), ("words", "x"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound), (stolen.Status, guessed.Status, owned.Status, answered.StatusCode));
        Assert.Contains("No report was found with this code and these four digits", stolen.Page, StringComparison.Ordinal);
        Assert.Contains("No report was found with this code and these four digits", guessed.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_guesses_codes_is_stopped()
    {
        await using var given = await GivenFeedback.Open(Database.Sqlite);
        var page = await given.Resident.GetStringAsync("/portal/feedback/follow", GivenHouse.Stop);

        var guesses = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            using var guess = await given.Resident.Submit("/portal/feedback/follow", page, ("Code", $"BCDFG{i % 8 + 2}{i / 8 + 2}H"), ("Last4", "0001"));
            guesses.Add(guess.StatusCode);
        }

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests), (guesses[0], guesses[^1]));
    }

    [Fact]
    public async Task A_phone_is_not_flooded_with_codes_of_reports()
    {
        await using var given = await GivenFeedback.Open(Database.Sqlite);

        var sent = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++) sent.Add((await given.Send(GivenFeedback.Form(("Form.Words", $"{i}")))).Status);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], sent);
        Assert.Equal(3, (await given.Cases()).Count);
    }

    [Fact]
    public async Task What_is_no_photo_is_refused_with_what_to_do_and_nothing_is_kept()
    {
        await using var given = await GivenFeedback.Open(Database.Sqlite);

        var sent = await given.Send(GivenFeedback.Form(GivenFeedback.SecondDose()), photos: 1, photo: "<html><script>alert(1)</script>"u8.ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("no JPG, PNG, WebP or HEIC picture", sent.Page, StringComparison.Ordinal);
        Assert.Empty(await given.Cases());
    }

    [Fact]
    public async Task Nothing_written_by_a_citizen_runs_on_a_page()
    {
        await using var given = await GivenFeedback.Open(Database.Sqlite);
        const string script = "<script>alert(1)</script>";

        var one = await given.Report(GivenFeedback.Form(("Form.Words", script), ("Form.Hamlet", script), ("Form.Facility", script)));
        using var page = await given.Station.GetAsync($"/feedback/{one.Id}", GivenHouse.Stop);

        Assert.DoesNotContain(script, await page.Content.ReadAsStringAsync(GivenHouse.Stop), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", await page.Content.ReadAsStringAsync(GivenHouse.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_nobody_confirmed_is_forgotten_after_a_day_with_its_photos()
    {
        await using var given = await GivenFeedback.Open(Database.Sqlite);
        await given.Send(GivenFeedback.Form(GivenFeedback.SecondDose()), photos: 1);
        var kept = await given.Report(GivenFeedback.Form(("Form.Phone", "0912 000 002")));

        var forgotten = await given.House.InDb(db => ForgetDrafts.Run(db, TimeProvider.System.GetUtcNow().AddDays(1).AddMinutes(1), GivenHouse.Stop));

        Assert.Equal(1, forgotten);
        Assert.Equal(kept.Id, (await given.Cases()).Single().Id);
        Assert.Equal(0, await given.House.InDb(db => db.Set<FeedbackPhoto>().CountAsync()));
        Assert.Equal(0, await given.House.InDb(db => db.Set<ReportedDose>().CountAsync()));
    }
}
