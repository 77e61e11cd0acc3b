using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;
using XacThuc.Platform;
using XacThuc.Platform.Feedback;
using XacThuc.Platform.Feedback.Deadline;
using XacThuc.Platform.Feedback.Report;
using XacThuc.Web.Shell;

namespace XacThuc.Bench.Citizens;

/// <summary>
/// A month of reports, as many as one city really had, by a clock that runs ahead: some are answered in time, some late, some
/// never; each must be escalated after 24, 40 and 48 hours and none that was answered before. And how many reports a second are
/// routed, which the month needs 0.6 of.
/// </summary>
internal static class FeedbackMonthCommand
{
    private const int Days = 31;

    public static Command Create()
    {
        var reports = new Option<long>("--reports") { DefaultValueFactory = _ => 1_600_000 };
        var minutes = new Option<int>("--minutes") { DefaultValueFactory = _ => 15, Description = "How often the clock of the month looks; the house looks each half minute" };
        var postgres = new Option<string?>("--postgres") { DefaultValueFactory = _ => "new", Description = "Connection to a PostgreSQL server, or new for one of our own" };
        var engine = Engine.Option();
        var command = new Command("feedback-month", "A month of reports routed and escalated on time") { reports, minutes, postgres, engine };
        command.SetAction(parsed => Run(Engine.Find(parsed.GetValue(engine)), parsed.GetValue(reports), parsed.GetValue(minutes), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, long reports, int minutes, string? postgres)
    {
        using var server = ServedHouses.Server(ref postgres);
        Console.WriteLine(MachineFacts.Now());

        // Only to set the tables up: left open it would escalate everything by the clock of today.
        var folder = Directory.CreateTempSubdirectory("xacthuc-bench-month-").FullName;
        string database;
        await using (var houses = await ServedHouses.Open(engine, "accounts", postgres, folder)) database = houses.Database("platform");
        var begin = new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await using var house = new NpgsqlConnection(database);
        await house.OpenAsync();
        await Fill(house, reports, begin);
        var clock = new MonthClock(begin);
        await using var app = PlatformHouse.Build(InnerHouse.Of(folder, postgres!, database), builder => builder.Services.AddSingleton<TimeProvider>(clock));

        Console.WriteLine($"{await Route(app.Services):N0} reports a second routed, one after the other\n");
        var (rounds, longest, watch) = (0, TimeSpan.Zero, Stopwatch.StartNew());
        for (var at = begin; at < begin.AddDays(Days + 3); at = at.AddMinutes(minutes))
        {
            clock.Now = at;
            await GivenTable.Do(house, string.Create(CultureInfo.InvariantCulture,
                $"UPDATE feedback_cases AS c SET \"State\" = 6, \"AnsweredAt\" = a.at FROM answers AS a WHERE a.id = c.\"Id\" AND a.at > '{at.AddMinutes(-minutes):O}' AND a.at <= '{at:O}'"));
            await using var scope = app.Services.CreateAsyncScope();
            var round = Stopwatch.GetTimestamp();
            await scope.ServiceProvider.GetRequiredService<EscalateCases>().Run(CancellationToken.None);
            rounds++;
            if (Stopwatch.GetElapsedTime(round) is var took && took > longest) longest = took;
            if (rounds % 200 == 0) await GivenTable.Do(house, "VACUUM ANALYZE feedback_cases");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reports:N0} reports, {Days} days, {rounds:N0} looks in {watch.Elapsed.TotalMinutes:0.0} minutes, the longest {longest.TotalSeconds:0.00} s"));
        await Judge(house, minutes);
        Directory.Delete(folder, recursive: true);
    }

    // Reports come by day more than by night; a fifth is answered late or never.
    private static async Task Fill(NpgsqlConnection house, long reports, DateTimeOffset begin)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"timestamptz '{begin:O}' + n * interval '{Days} days' / {reports} + (random() ^ 2) * interval '6 hours'");
        await GivenTable.InsertMany(house, "feedback_cases", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Ref"] = "'f' || lpad(n::text, 19, '0')",
            ["EntryKey"] = "md5('e' || n)::uuid",
            ["Ticket"] = "md5('t' || n)::uuid",
            ["FollowCode"] = "lpad(n::text, 8, '0')",
            ["PersonKey"] = "md5('p' || n)::uuid",
            ["Kind"] = "1 + n % 10",
            ["State"] = "2",
            ["UnitId"] = "u.\"Id\"",
            ["Route"] = "3",
            ["At"] = "w.at",
            ["RecordedAt"] = "w.at",
            ["DueAt"] = "w.at + interval '48 hours'",
        }, $"FROM (SELECT n, {at} AS at FROM generate_series(1::bigint, {reports}) AS n) AS w JOIN (SELECT *, row_number() OVER (ORDER BY \"Id\") - 1 AS at, count(*) OVER () AS stations FROM units WHERE \"Kind\" = 2) AS u ON u.at = w.n % u.stations");
        await GivenTable.Do(house, """
            CREATE TABLE answers AS SELECT "Id" AS id, "RecordedAt" + CASE
              WHEN "Id" % 20 < 11 THEN random() * interval '24 hours' WHEN "Id" % 20 < 14 THEN interval '24 hours' + random() * interval '16 hours'
              WHEN "Id" % 20 < 16 THEN interval '40 hours' + random() * interval '8 hours' WHEN "Id" % 20 < 19 THEN interval '48 hours' + random() * interval '20 days'
              ELSE interval '400 days' END AS at FROM feedback_cases;
            CREATE INDEX ON answers (at);
            ANALYZE answers
            """);
    }

    // By the house's own code, on cases like those of the month.
    private static async Task<double> Route(IServiceProvider services)
    {
        const int sample = 2_000;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var route = scope.ServiceProvider.GetRequiredService<RouteCase>();
        var cases = await db.Set<FeedbackCase>().AsNoTracking().OrderBy(one => one.Id).Take(sample).ToListAsync();
        var commune = await db.Units.Where(unit => unit.Code.StartsWith("TYT-")).Select(unit => unit.PlaceCode).FirstAsync();
        foreach (var one in cases) (one.FullName, one.DateOfBirth, one.Sex, one.CommuneCode) = ("Lý Văn Quân", "02/09/1978", "Nam", commune);
        var clock = Stopwatch.StartNew();
        foreach (var one in cases) await route.Run(one, CheckReport.ReadCase(one, Shown.Day(one.At)), CancellationToken.None);
        if (cases.Exists(one => one.Route != FeedbackRoute.Commune)) throw new Refused("A case was not routed to its commune.");
        return sample / clock.Elapsed.TotalSeconds;
    }

    private static async Task Judge(NpgsqlConnection house, int minutes)
    {
        // Each level once, on time, and none after the answer.
        const string told = "SELECT s.\"CaseId\" AS id, s.\"Words\" AS level, s.\"At\" AS at, c.\"RecordedAt\" AS recorded, a.at AS answered FROM feedback_steps AS s JOIN feedback_cases AS c ON c.\"Id\" = s.\"CaseId\" JOIN answers AS a ON a.id = c.\"Id\" WHERE s.\"Kind\" = 10";
        const string hours = "CASE level WHEN 'Near' THEN 24 WHEN 'District' THEN 40 ELSE 48 END * interval '1 hour'";
        await GivenTable.Do(house, $"CREATE TABLE told AS {told}; ANALYZE told");
        var all = await GivenTable.Count(house, "told");
        var late = await GivenTable.Count(house, string.Create(CultureInfo.InvariantCulture, $"told WHERE at > recorded + {hours} + interval '{minutes} minutes'"));
        var early = await GivenTable.Count(house, $"told WHERE at < recorded + {hours}");
        var after = await GivenTable.Count(house, string.Create(CultureInfo.InvariantCulture, $"told WHERE at > answered + interval '{minutes} minutes'"));
        var missing = 0L;
        foreach (var (level, of) in ((string, int)[])[("Near", 24), ("District", 40), ("Late", 48)])
        {
            missing += await GivenTable.Count(house, string.Create(CultureInfo.InvariantCulture,
                $"feedback_cases AS c JOIN answers AS a ON a.id = c.\"Id\" WHERE a.at > c.\"RecordedAt\" + interval '{of} hours' + interval '{minutes} minutes' AND NOT EXISTS (SELECT 1 FROM told AS t WHERE t.id = c.\"Id\" AND t.level = '{level}')"));
        }

        Console.WriteLine($"{all:N0} escalations: {late} later than a look, {early} early, {after} after the answer, {missing} missing");
    }

    private sealed class MonthClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
