using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Doses;

/// <summary>A dose from elsewhere is corrected with a reason, and what stood there is kept.</summary>
public sealed class CorrectDoseTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task What_stood_there_is_kept_and_the_story_tells_it(Database database)
    {
        await using var given = await Brought(database);

        var corrected = await Correct(given, ("dose", "2"), ("product", "comirnaty"), ("lot", "fh8020"), ("givenOn", "2021-09-02"), ("facility", "Trạm"), ("reason", "theo sổ tiêm"));

        Assert.Equal(HttpStatusCode.OK, corrected.Status);
        var dose = Assert.Single(await given.Doses());
        Assert.Equal((2, "comirnaty", "FH8020", new DateOnly(2021, 9, 2), 1), (dose.Number, dose.Product, dose.Lot, dose.GivenOn, dose.Version));
        var before = await given.House.InDb(db => db.Set<DoseVersion>().AsNoTracking().SingleAsync());
        Assert.Equal((1, "astrazeneca", "A1", "theo sổ tiêm"), (before.Number, before.Product, before.Lot, before.Reason));
        var record = Assert.Single(await given.House.Records());
        var story = WebUtility.HtmlDecode(await given.Station.GetStringAsync($"/records/{record.Ref}", GivenHouse.Stop));
        Assert.Contains("Dose 1 corrected", story, StringComparison.Ordinal);
        Assert.Contains("theo sổ tiêm", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dose_that_was_never_given_is_withdrawn()
    {
        await using var given = await Brought(Database.Sqlite);

        await Correct(given, ("isWithdrawn", "true"), ("reason", "nhập nhầm người"));

        Assert.Equal(DoseState.Withdrawn, Assert.Single(await given.Doses()).State);
    }

    [Theory]
    [InlineData("Say why", "dose=2", "product=comirnaty", "givenOn=2021-09-02")]
    [InlineData("from 1 to 9", "dose=10", "product=comirnaty", "givenOn=2021-09-02", "reason=x")]
    [InlineData("Choose a vaccine", "dose=2", "product=nothing", "givenOn=2021-09-02", "reason=x")]
    [InlineData("must be today or before", "dose=2", "product=comirnaty", "givenOn=2099-01-01", "reason=x")]
    [InlineData("must be today or before", "dose=2", "product=comirnaty", "givenOn=2019-01-01", "reason=x")]
    public async Task What_cannot_be_is_refused(string says, params string[] fields)
    {
        await using var given = await Brought(Database.Sqlite);

        var refused = await Correct(given, [.. fields.Select(field => (field.Split('=')[0], field.Split('=')[1]))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(says, refused.Page, StringComparison.Ordinal);
        Assert.Equal(0, Assert.Single(await given.Doses()).Version);
    }

    [Fact]
    public async Task A_page_that_is_not_the_latest_changes_nothing_and_others_reach_nothing()
    {
        await using var given = await Brought(Database.Sqlite);
        await Correct(given, ("dose", "2"), ("product", "comirnaty"), ("givenOn", "2021-09-02"), ("reason", "một"));

        var stale = await Correct(given, ("version", "0"), ("dose", "3"), ("product", "comirnaty"), ("givenOn", "2021-09-02"), ("reason", "hai"));
        using var other = given.House.Caller(GivenHouse.OtherStation);
        using var hidden = await other.GetAsync($"/doses/{Assert.Single(await given.Doses()).Id}", GivenHouse.Stop);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (stale.Status, hidden.StatusCode));
        Assert.Equal(2, Assert.Single(await given.Doses()).Number);
    }

    private static async Task<GivenDoses> Brought(Database database)
    {
        var given = await GivenDoses.Start(database);
        await given.Bring("1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,A1,01/09/2021,Trạm\n");
        return given;
    }

    private static async Task<(HttpStatusCode Status, string Page)> Correct(GivenDoses given, params (string Name, string Value)[] fields)
    {
        var dose = Assert.Single(await given.Doses());
        var page = await given.Station.GetStringAsync($"/doses/{dose.Id}", GivenHouse.Stop);
        (string, string)[] sent = fields.Any(field => field.Name == "version") ? fields : [("version", $"{dose.Version}"), .. fields];
        return await GivenDoses.Read(given.Station.Submit($"/doses/{dose.Id}?handler=correct", page, sent));
    }
}
