using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;
using XacThuc.Bench.Single;

namespace XacThuc.Bench.Gates;

/// <summary>
/// Guards' devices send scans to a house as fast as it takes them, one at a time and twenty at a time; beside it, on the same server, the same
/// rows are inserted by Npgsql alone, a transaction for each batch: what no house can be faster than.
/// </summary>
internal static class CheckPointsCommand
{
    private const double Asked = 100;

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 30 };
        var devices = new Option<int>("--devices") { DefaultValueFactory = _ => 40 };
        var places = new Option<int>("--places") { DefaultValueFactory = _ => 4 };
        var postgres = new Option<string?>("--postgres") { DefaultValueFactory = _ => "new", Description = "Connection to a PostgreSQL server, or new for one of our own" };
        var engine = Engine.Option();
        var command = new Command("check-points", "Scans of guards' devices a second, beside plain inserts of the same rows") { seconds, devices, places, postgres, engine };
        command.SetAction(parsed => Run(
            Engine.Find(parsed.GetValue(engine)), parsed.GetValue(seconds), parsed.GetValue(devices), parsed.GetValue(places), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, int seconds, int devices, int places, string? postgres)
    {
        using var server = ServedHouses.Server(ref postgres);
        Console.WriteLine(MachineFacts.Now());
        await using var houses = await ServedHouses.Open(engine, "accounts", postgres);
        await using var data = new NpgsqlDataSourceBuilder(houses.Database("platform")).Build();
        var guards = await GuardDevice.Enrol(data, new Uri(houses.AddressOf("platform")), devices, places);
        foreach (var batch in (int[])[1, 20])
        {
            await Measure(guards, batch, Math.Max(3, seconds / 10));
            var (before, sent) = (await Count(data), guards.Sum(guard => guard.Acknowledged));
            var (scans, passed, ticks) = await Measure(guards, batch, seconds);
            var (kept, said) = (await Count(data) - before, guards.Sum(guard => guard.Acknowledged) - sent);
            var times = Percentiles.Of([.. ticks]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{batch,2} a call, {devices} devices at {places} places: {scans:N0} scans in {passed:N1} s, {scans / passed:N0} a second ({scans / passed / Asked:0.00} times the {Asked:0} asked); a call takes {times.Median / 1000:0.0} ms, 99 % {times.NinetyNinth / 1000:0.0} ms; acknowledged {said:N0}, kept {kept:N0}"));
            var plain = await PlainInserts.Measure(data, devices, batch, seconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   plain inserts of such rows, {batch} a transaction: {plain:N0} a second; the house reaches {scans / passed / plain:0.00} of it"));
        }

        foreach (var guard in guards) guard.Dispose();
        Console.WriteLine(await CountsAgree(data) ? "counts by hour agree with the scans kept" : "COUNTS BY HOUR DO NOT AGREE WITH THE SCANS KEPT");
    }

    private static async Task<(long Scans, double Seconds, List<long> Ticks)> Measure(IReadOnlyList<GuardDevice> guards, int batch, int seconds)
    {
        var (clock, until) = (Stopwatch.StartNew(), Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency));
        var before = guards.Sum(guard => guard.Acknowledged);
        var ticks = await Task.WhenAll(guards.Select(guard => Task.Run(() => guard.Send(batch, until))));
        return (guards.Sum(guard => guard.Acknowledged) - before, clock.Elapsed.TotalSeconds, [.. ticks.SelectMany(one => one)]);
    }

    private static async Task<long> Count(NpgsqlDataSource data)
    {
        await using var count = data.CreateCommand("SELECT count(*) FROM scans");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static async Task<bool> CountsAgree(NpgsqlDataSource data)
    {
        await using var agree = data.CreateCommand("SELECT (SELECT count(*) FROM scans) = (SELECT sum(\"In\" + \"Out\" + \"Looks\") FROM check_point_hours)");
        return (bool)(await agree.ExecuteScalarAsync())!;
    }
}
