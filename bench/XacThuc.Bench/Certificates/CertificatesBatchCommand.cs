using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using XacThuc.Bench.Citizens;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;
using XacThuc.Platform;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.Certificates.Issue;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Jobs;
using XacThuc.Web.Units;

namespace XacThuc.Bench.Certificates;

/// <summary>
/// Certificates issued to a million people of a house by its own job, on all cores, on PostgreSQL, the house stopped once in the middle; beside the same
/// certificates written and signed alone, without looking anybody up and keeping anything.
/// </summary>
internal static class CertificatesBatchCommand
{
    private const double Nation = 76_000_000;

    public static Command Create()
    {
        var people = new Option<long>("--people") { DefaultValueFactory = _ => 1_000_000 };
        var postgres = new Option<string?>("--postgres") { DefaultValueFactory = _ => "new", Description = "Connection to a PostgreSQL server, or new for one of our own" };
        var engine = Engine.Option();
        var command = new Command("certificates-batch", "Certificates issued to a million people by the house's job") { people, postgres, engine };
        command.SetAction(parsed => Run(Engine.Find(parsed.GetValue(engine)), parsed.GetValue(people), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, long people, string? postgres)
    {
        using var server = ServedHouses.Server(ref postgres);
        Console.WriteLine(MachineFacts.Now());
        var folder = Directory.CreateTempSubdirectory("xacthuc-bench-issue-").FullName;
        string database;
        await using (var houses = await ServedHouses.Open(engine, "accounts", postgres, folder)) database = houses.Database("platform");
        await GivenPeople.Fill(database, people);
        await Vaccinate(database);

        var settings = InnerHouse.Of(folder, postgres!, database);
        var alone = await Alone(settings);
        var (first, firstTook) = await Issue(settings, people / 2);
        var (second, secondTook) = await Issue(settings, people);
        var rate = people / (firstTook + secondTook).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{people:N0} people, stopped at {first:N0} and gone on to {second:N0}: {(firstTook + secondTook).TotalSeconds:0.0} s, {rate:N0} certificates a second, {rate / alone:0.00} of {alone:N0} written and signed alone on all cores; {Nation:N0} take {Nation / rate / 3600:0.0} hours"));
        await Judge(settings, people);
        Directory.Delete(folder, recursive: true);
    }

    // All are right and have had two doses at a session whose results are signed.
    private static async Task Vaccinate(string database)
    {
        await using var house = new NpgsqlConnection(database);
        await house.OpenAsync();
        await GivenTable.Do(house, "UPDATE records SET \"Status\" = 0, \"AuthenticatedVersion\" = \"Version\"");
        await GivenTable.InsertMany(house, "sessions", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Code"] = "'BT-BENCH'",
            ["UnitId"] = "(SELECT min(\"Id\") FROM units WHERE \"Kind\" = 2)",
            ["State"] = "4",
            ["Product"] = "'comirnaty'",
            ["Day"] = "date '2021-10-01'",
            ["PlannedAt"] = "now()",
        }, "");
        await GivenTable.InsertMany(house, "doses", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["EntryKey"] = "md5(r.\"Id\"::text || '-' || n)::uuid",
            ["RecordId"] = "r.\"Id\"",
            ["Number"] = "n",
            ["Product"] = "'comirnaty'",
            ["Lot"] = "'FH8020'",
            ["GivenOn"] = "date '2021-09-01' + 28 * n + (r.\"Id\" % 60)::int",
            ["UnitId"] = "r.\"UnitId\"",
            ["Origin"] = "1",
            ["SessionId"] = "(SELECT \"Id\" FROM sessions WHERE \"Code\" = 'BT-BENCH')",
            ["State"] = "1",
            ["EnteredAt"] = "now()",
        }, "FROM records AS r CROSS JOIN generate_series(1, 2) AS n");
        await GivenTable.Do(house, "VACUUM ANALYZE records");
    }

    // What the cores can do at best: the same people, looked up before the clock runs.
    private static async Task<double> Alone(HouseSettings settings)
    {
        const int sample = 100_000;
        await using var app = PlatformHouse.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var basis = await Basis.Of(db, db.Set<VaccinationRecord>().OrderBy(record => record.Id).Take(sample), CancellationToken.None);
        var entitled = basis.ConvertAll(one => IssueOne.Find(one, out var why) ?? throw new Refused($"Not entitled: {why}."));
        var write = scope.ServiceProvider.GetRequiredService<WriteCertificate>();
        write.All(entitled[..10_000]);
        var clock = Stopwatch.StartNew();
        if (!write.All(entitled).TryGet(out var written, out _)) throw new Refused("They were not signed.");
        return written.Length / clock.Elapsed.TotalSeconds;
    }

    // Issues until so many are there, then stops the house as it stops at any time.
    private static async Task<(long There, TimeSpan Took)> Issue(HouseSettings settings, long until)
    {
        await using var app = PlatformHouse.Build(settings);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            if (!await db.Jobs.AnyAsync(job => job.Kind == IssueAll.Kind))
            {
                var unit = await db.Units.FirstAsync(one => one.Kind == UnitKind.DistrictHealthCentre);
                await scope.ServiceProvider.GetRequiredService<JobDesk>().Ask<IssueAll>(new { }, unit.Id, null, new Act(Actor.House, TimeProvider.System.GetUtcNow(), "certificate.issue_all", "bench"), CancellationToken.None);
            }
        }

        var clock = Stopwatch.StartNew();
        await app.StartAsync();
        var there = 0L;
        while (there < until)
        {
            await Task.Delay(100);
            await using var scope = app.Services.CreateAsyncScope();
            var job = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Jobs.AsNoTracking().FirstAsync(one => one.Kind == IssueAll.Kind);
            if (job.State == JobState.Failed) throw new Refused(job.Problem ?? "The job failed.");
            there = job.Done;
            if (job.State == JobState.Done) break;
        }

        var took = clock.Elapsed;
        await app.StopAsync();
        return (there, took);
    }

    private static async Task Judge(HouseSettings settings, long people)
    {
        await using var app = PlatformHouse.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var issued = scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<IssuedCertificate>();
        var (all, distinct) = (await issued.LongCountAsync(), await issued.Select(one => one.RecordId).Distinct().LongCountAsync());
        Console.WriteLine($"{all:N0} certificates of {distinct:N0} people; {people - distinct:N0} missing, {all - distinct:N0} twice; {await issued.Take(10_000).AverageAsync(one => one.Text.Length):0} signs each");
    }
}
