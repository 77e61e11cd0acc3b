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

        for (var i = 1; i <= 200; i++)
            Assert.Null(await RefusalOf(house, $"r{i}", GivenPeople.Right(GivenPeople.Person(i)) with { DateOfBirth = "1931" }));

        Assert.Equal("guessing.account", await RefusalOf(house, "r201", GivenPeople.Right(GivenPeople.Person(201)) with { DateOfBirth = "1931" }));
    }

    [Theory]
    [InlineData("r")]
    [InlineData(null)]
    public async Task A_program_of_the_police_asks_about_a_whole_file_with_or_without_ids(string? id)
    {
        await using var house = await GivenHouse.Start("sqlite");
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(300)));
        await house.Import(file.Path);
        using var client = house.Client("program");

        for (var i = 1; i <= 250; i++)
        {
            using var answer = await AuthenticationTests.Post(
                client, id is null ? "" : $"{id}{i}", GivenPeople.Right(GivenPeople.Person(i)) with { DateOfBirth = "1931" });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
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
        for (var version = 2; version <= 9; version++)
            verdicts.Add((await Batch(house, "guess", [Row(1, version, $"{1930 + version}")])).Rows[0].Status);
        var again = await Batch(house, "again", [Row(1, 9, "1939")]);
        var right = await Batch(house, "right", [RightRow(1, 10)]);
        var others = await Batch(house, "others", [RightRow(2, 2), Row(3, 2, "1932")]);

        Assert.Equal(
            ["mismatched", "mismatched", "mismatched", "mismatched", "mismatched", "unauthenticated", "unauthenticated", "unauthenticated"], verdicts);
        Assert.Equal(("unauthenticated", "guessing.record"), (again.Rows[0].Status, Assert.Single(again.Rows[0].Reasons)));
        Assert.Equal("unauthenticated", right.Rows[0].Status);
        Assert.Equal(["matched", "mismatched"], others.Rows.Select(row => row.Status), StringComparer.Ordinal);
        var report = Assert.Single(await Reports(house));
        Assert.Equal((GuessingKind.Record, "r1", 5), (report.Kind, report.Ref, report.Refused));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Records_that_share_a_persons_number_are_all_answered_by_the_contract_and_reported(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(10)));
        await house.Import(file.Path);
        var number = GivenPeople.Right(GivenPeople.Person(4)).IdNumber;
        WrittenRow[] rows = [.. Enumerable.Range(1, 300).Select(i => new WrittenRow($"p{i}", 1, $"Vi Thị {"ABCDEGHIKLMNOPQRSTUVXY"[i % 22]}{"aeiou"[i % 5]}", "Nữ", $"{1930 + i % 70}", number, ""))];

        var first = await Batch(house, "first", rows);
        var second = await Batch(house, "second", rows);

        Assert.All(first.Rows, row => Assert.Equal("mismatched", row.Status));
        Assert.All(first.Rows, row => Assert.DoesNotContain(row.Reasons, reason => reason.StartsWith("guessing.", StringComparison.Ordinal)));
        Assert.All(second.Rows, row => Assert.Equal("mismatched", row.Status));
        var report = Assert.Single(await Reports(house));
        Assert.Equal(GuessingKind.Imports, report.Kind);
        Assert.DoesNotContain(number, report.Number, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Changed_records_at_one_persons_number_are_stopped_beyond_twenty_and_the_right_guess_with_them(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(10)));
        await house.Import(file.Path);
        var right = GivenPeople.Right(GivenPeople.Person(4));
        WrittenRow Guess(int i, int version, string born) => new($"g{i}", version, right.FullName, right.Sex, born, right.IdNumber, "");
        await Batch(house, "first", Enumerable.Range(1, 30).Select(i => Guess(i, 1, "1931")));

        var guessed = await Batch(house, "guess", [.. Enumerable.Range(1, 29).Select(i => Guess(i, 2, $"{1935 + i}")), Guess(30, 2, right.DateOfBirth)]);
        var elsewhere = await Batch(house, "first of another", [Guess(31, 1, "1932")]);

        Assert.All(guessed.Rows.Take(20), row => Assert.Equal("mismatched", row.Status));
        Assert.All(guessed.Rows.Skip(20), row => Assert.Equal(("unauthenticated", "guessing.number"), (row.Status, Assert.Single(row.Reasons))));
        Assert.Equal("mismatched", elsewhere.Rows[0].Status);
        Assert.Equal(10, Assert.Single(await Reports(house), report => report.Kind == GuessingKind.Number).Refused);
    }

    [Fact]
    public async Task What_a_run_answered_is_answered_again_singly_though_its_number_is_stopped()
    {
        await using var house = await GivenHouse.Start("sqlite");
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(10)));
        await house.Import(file.Path);
        var record = GivenPeople.Right(GivenPeople.Person(4)) with { DateOfBirth = "1931" };
        await Batch(house, "first", [new WrittenRow("a", 1, record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, "")]);
        for (var i = 0; i < 20; i++) await RefusalOf(house, $"r{i}", record with { DateOfBirth = $"{1932 + i}" });

        Assert.Equal("guessing.number", await RefusalOf(house, "b", record));
        Assert.Null(await RefusalOf(house, "a", record));
    }

    [Fact]
    public async Task A_number_that_nobody_has_stops_no_changed_record()
    {
        await using var house = await GivenHouse.Start("sqlite");
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(10)));
        await house.Import(file.Path);
        var nobody = GivenPeople.Right(GivenPeople.Person(500));
        IEnumerable<WrittenRow> Rows(int version) => Enumerable.Range(1, 60).Select(i =>
            new WrittenRow($"n{i}", version, nobody.FullName, nobody.Sex, $"{1930 + i % 60 + version}", nobody.IdNumber, ""));

        await Batch(house, "first", Rows(1));
        var changed = await Batch(house, "changed", Rows(2));

        Assert.All(changed.Rows, row => Assert.Equal("mismatched", row.Status));
        Assert.Empty(await Reports(house));
    }

    private static Task<List<GuessingReport>> Reports(GivenHouse house) =>
        house.With(services => services.GetRequiredService<RegisterDb>().Set<GuessingReport>().AsNoTracking().ToListAsync());

    private static WrittenRow RightRow(int person, int version)
    {
        var record = GivenPeople.Right(GivenPeople.Person(person));
        return new WrittenRow($"r{person}", version, record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, "");
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
