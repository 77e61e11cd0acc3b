using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Register.Authentication;
using XacThuc.Register.Authentication.Guessing;
using XacThuc.Register.Tests.Houses;
using XacThuc.Testing.Files;
using XacThuc.Web.Acts;
using Xunit;

namespace XacThuc.Register.Tests.Authentication;

public sealed class GuessingTests
{
    private static readonly Actor Clerk = new("clerk", "TYT-06226", "platform");

    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_record_that_keeps_being_tried_is_stopped_and_reported_and_stays_so_after_a_restart(string kind)
    {
        await using var place = GivenPlace.New(kind);
        var person = GivenPeople.Right(GivenPeople.Person(1));
        await using (var house = await GivenHouse.Start(place))
        {
            using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(10)));
            await house.Import(file.Path);
            for (var day = 1; day <= 5; day++)
                Assert.Null(await RefusalOf(house, "a", person with { DateOfBirth = $"0{day}/01/1930" }));

            Assert.Equal("guessing.record", await RefusalOf(house, "a", person with { DateOfBirth = "06/01/1930" }));
            Assert.Null(await RefusalOf(house, "a", person with { DateOfBirth = "01/01/1930" }));
            Assert.Null(await RefusalOf(house, "b", person with { DateOfBirth = "06/01/1930" }));
        }

        await using var again = await GivenHouse.Start(place);
        var refused = await RefusalOf(again, "a", person with { DateOfBirth = "07/01/1930" });
        var reports = await again.With(services => services.GetRequiredService<RegisterDb>().Set<GuessingReport>().AsNoTracking().ToListAsync());
        var stops = await again.With(services => services.GetRequiredService<RegisterDb>().Audit.CountAsync(entry => entry.Kind == "record.stop"));

        Assert.Equal("guessing.record", refused);
        Assert.All(reports, report => Assert.Equal((GuessingKind.Record, "a", "clerk"), (report.Kind, report.Ref, report.Account)));
        Assert.Equal(2, stops);
    }

    [Theory]
    [InlineData("sqlite", true)]
    [InlineData("sqlite", false)]
    public async Task A_number_is_stopped_whether_anybody_has_it_or_not(string kind, bool isKnown)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(10)));
        await house.Import(file.Path);
        var record = GivenPeople.Right(GivenPeople.Person(isKnown ? 3 : 500)) with { FullName = "Vi Thị Khác" };

        for (var i = 0; i < 20; i++) Assert.Null(await RefusalOf(house, $"r{i}", record));
        var refused = await RefusalOf(house, "r20", record);
        var written = await RefusalOf(house, "r21", record with { IdNumber = record.IdNumber.Insert(3, " ") });
        var otherUnit = await RefusalOf(house, "r22", record, Clerk with { UnitCode = "TYT-06217" });

        Assert.Equal("guessing.number", refused);
        Assert.Equal("guessing.number", written);
        Assert.Null(otherUnit);
    }

    [Fact]
    public async Task An_account_that_tries_more_than_papers_allow_is_stopped()
    {
        await using var house = await GivenHouse.Start("sqlite");
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(300)));
        await house.Import(file.Path);
        using var client = house.Client("guesser");

        var answers = new List<HttpStatusCode>();
        for (var i = 1; i <= 201; i++)
        {
            using var answer = await AuthenticationTests.Post(client, $"r{i}", GivenPeople.Right(GivenPeople.Person(i)) with { DateOfBirth = "1931" });
            answers.Add(answer.StatusCode);
        }

        Assert.All(answers.Take(200), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[200]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_bulk_run_over_unchanged_records_never_counts_and_one_with_ever_new_values_is_stopped(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(1000)));
        await house.Import(file.Path);

        for (var run = 0; run < 10; run++)
        {
            var same = await Batch(house, $"run{run}", Enumerable.Range(1, 500).Select(i => Row(i, 1, "1931")));
            Assert.All(same.Rows, row => Assert.Equal("mismatched", row.Status));
        }

        var verdicts = new List<string>();
        for (var version = 2; version <= 8; version++)
            verdicts.Add((await Batch(house, "guess", [Row(1, version, $"{1930 + version}")])).Rows[0].Status);
        Assert.Equal(["mismatched", "mismatched", "mismatched", "mismatched", "unauthenticated", "unauthenticated", "unauthenticated"], verdicts);
    }

    private static WrittenRow Row(int person, int version, string born)
    {
        var record = GivenPeople.Right(GivenPeople.Person(person));
        return new WrittenRow($"r{person}", version, record.FullName, record.Sex, born, record.IdNumber, "");
    }

    private static Task<BatchVerdicts> Batch(GivenHouse house, string run, IEnumerable<WrittenRow> rows) => house.With(async services =>
    {
        var db = services.GetRequiredService<RegisterDb>();
        await using var all = await db.Database.BeginTransactionAsync();
        var verdicts = await services.GetRequiredService<BatchAuthentication>().Run(
            db, Clerk, new AuthenticateBatch(run, Clerk.UnitCode, [.. rows]), CancellationToken.None);
        await all.CommitAsync();
        return verdicts;
    });

    private static async Task<string?> RefusalOf(GivenHouse house, string reference, WrittenRecord record, Actor? by = null)
    {
        var row = new WrittenRow(reference, 1, record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, "");
        var result = await house.Services.GetRequiredService<RecordAuthentication>().Run(by ?? Clerk, row, opensCases: true, CancellationToken.None);
        return result.Refusal?.Code;
    }
}
