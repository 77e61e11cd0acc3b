using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Sessions.Observe;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions;

/// <summary>Reactions after an injection: written down, looked after, counted in the results.</summary>
public sealed class EventTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_reaction_is_written_down_and_looked_after_until_the_person_is_well(Database database)
    {
        await using var given = await Injected(database);

        await Report(given, ("signs", "Rash"), ("signs", "Breath"), ("after", "12"), ("unit", "1"), ("grade", "Severe"), ("action", "adrenalin 0,5 mg"), ("outcome", "Watched"));
        var seen = Assert.Single(await Events(given));
        var serious = await given.Station.GetStringAsync("/", GivenHouse.Stop);
        await given.Send(given.Station, "events/1", "follow", ("seen", $"{seen.Id}"), ("news", "hết khó thở"), ("nowGrade", "Mild"), ("nowOutcome", "Recovered"));

        Assert.Equal((EventSigns.Rash | EventSigns.Breath, 12, EventGrade.Severe, true), (seen.Signs, seen.MinutesAfter, seen.Grade, seen.IsSerious));
        Assert.Contains("serious reactions that are being watched", WebUtility.HtmlDecode(serious), StringComparison.Ordinal);
        var after = Assert.Single(await Events(given));
        Assert.Equal((EventGrade.Mild, EventOutcome.Recovered, false), (after.Grade, after.Outcome, after.IsOpen));
        Assert.Equal("hết khó thở", (await given.InDb(db => db.Set<EventFollowUp>().AsNoTracking().SingleAsync())).Words);
    }

    [Fact]
    public async Task The_results_of_the_day_count_reactions()
    {
        await using var given = await Injected(Database.Sqlite);
        await Report(given, ("signs", "Local"), ("after", "20"), ("unit", "1"), ("grade", "Mild"), ("outcome", "Recovered"));
        await Report(given, ("signs", "Anaphylaxis"), ("after", "25"), ("unit", "1"), ("grade", "LifeThreatening"), ("action", "chuyển viện"), ("outcome", "InHospital"));
        await given.Desk(1, "leave", ("note", "chuyển viện"));

        await given.Close(discarded: 0, returned: 9);

        var result = await given.Survey.Committee.GetStringAsync($"/sessions/{(await given.Session()).Id}/result", GivenHouse.Stop);
        Assert.Contains("1 thông thường, 1 tai biến nặng", WebUtility.HtmlDecode(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Choose at least one sign", "after=1", "grade=Mild", "outcome=Watched")]
    [InlineData("Say what was done", "signs=Rash", "after=1", "grade=Moderate", "outcome=Watched")]
    [InlineData("Say in words", "signs=Other", "after=1", "grade=Mild", "outcome=Watched")]
    [InlineData("from 0 minutes to 28 days", "signs=Rash", "after=29", "unit=1440", "grade=Mild", "outcome=Watched")]
    [InlineData("from 0 minutes to 28 days", "signs=Rash", "after=2147483647", "unit=1440", "grade=Mild", "outcome=Watched")]
    [InlineData("Choose how bad it is", "signs=Rash", "after=1", "outcome=Watched")]
    public async Task What_says_too_little_is_asked_for(string says, params string[] fields)
    {
        await using var given = await Injected(Database.Sqlite);

        var refused = await Report(given, [.. fields.Select(field => (field.Split('=')[0], field.Split('=')[1]))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(says, refused.Page, StringComparison.Ordinal);
        Assert.Empty(await Events(given));
    }

    [Fact]
    public async Task Who_was_not_vaccinated_has_no_such_page()
    {
        await using var given = await Injected(Database.Sqlite);

        using var answer = await given.Station.GetAsync($"/sessions/{(await given.Session()).Id}/events/2", GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<GivenSession> Injected(Database database)
    {
        var given = await GivenSession.Planned(database);
        await given.Desk(1, "screen", ("outcome", "Fit"));
        await given.Inject(1);
        return given;
    }

    private static Task<(HttpStatusCode Status, string Page)> Report(GivenSession given, params (string, string)[] fields) =>
        given.Send(given.Station, "events/1", "", fields);

    private static Task<List<AdverseEvent>> Events(GivenSession given) => given.InDb(db => db.Set<AdverseEvent>().AsNoTracking().OrderBy(one => one.Id).ToListAsync());
}
