using System.CommandLine;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Served;

/// <summary>
/// Every page of every role of the sample district after a bulk run, over loopback: filters, sorts, searches and next pages
/// too. With more records than the district has, its own are laid into the tables again and again, each time as others.
/// </summary>
internal static class HousePagesCommand
{
    private const double Asked = 100;

    public static Command Create()
    {
        var records = new Option<long>("--records") { Description = "Records in all; those of the district are multiplied (PostgreSQL only)" };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 10 };
        var data = new Option<string?>("--data") { Description = "A folder that stays, for another walk over the same houses" };
        var role = new Option<string?>("--role") { Description = "Only this role" };
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server, or new for one of our own; SQLite files without it" };
        var json = new Option<string?>("--json") { Description = "Write the figures to this file as well" };
        var engine = Engine.Option();
        var command = new Command("house-pages", "Every page of every role, how long the server takes") { records, rounds, data, role, postgres, json, engine };
        command.SetAction(parsed => Run(
            Engine.Find(parsed.GetValue(engine)), parsed.GetValue(records), parsed.GetValue(rounds), parsed.GetValue(data),
            parsed.GetValue(role), parsed.GetValue(postgres), parsed.GetValue(json)));
        return command;
    }

    private static async Task Run(Engine engine, long records, int rounds, string? data, string? role, string? postgres, string? json)
    {
        var machine = MachineFacts.Now();
        using var server = ServedHouses.Server(ref postgres);
        await using var houses = await ServedHouses.Open(engine, "district", postgres, data);
        var grown = Path.Combine(houses.Folder, "grown");
        if (!File.Exists(grown))
        {
            using var health = await houses.Program("platform");
            await health.Run();
            if (records > 0) await GrownDistrict.Grow(houses, records);
            await File.WriteAllTextAsync(grown, "");
        }

        var times = new Dictionary<(string House, string Role, string Kind), List<(double Milliseconds, string Address)>>();
        var failed = new List<string>();
        foreach (var account in houses.Ready.Accounts.DistinctBy(account => (account.House, account.Role)))
        {
            if (role is not null && !account.Role.Equals(role, StringComparison.Ordinal)) continue;
            using var visitor = await Visitor.SignIn(new Uri(houses.AddressOf(account.House)), account);
            var walk = new PageWalk(visitor);
            await walk.Walk();
            failed.AddRange(walk.Failed.Select(page => $"{account.House} {account.Role}: {page}"));
            for (var round = 0; round < rounds; round++)
            {
                await walk.Again((kind, address, time) =>
                {
                    var key = (account.House, account.Role, kind);
                    if (!times.TryGetValue(key, out var list)) times[key] = list = [];
                    list.Add((time.TotalMilliseconds, address));
                });
            }
        }

        Console.WriteLine(machine);
        Console.WriteLine();
        Console.WriteLine(Table(times, out var rows));
        foreach (var page in failed) Console.WriteLine($"did not come: {page}");
        new BenchReport("house-pages", machine, new(StringComparer.Ordinal) { ["records"] = $"{records}", ["database"] = postgres is null ? "SQLite" : "PostgreSQL" }, rows)
            .Write(json);
    }

    private static PlainTable Table(
        Dictionary<(string House, string Role, string Kind), List<(double Milliseconds, string Address)>> times, out List<BenchRow> rows)
    {
        var table = new PlainTable("page, milliseconds of the server", "visits", "median", "95 %", "most", "of the 100 asked");
        rows = [];
        var all = times.SelectMany(page => page.Value).Select(visit => visit.Milliseconds).Order().ToList();
        foreach (var (name, sorted) in times.Select(page => (
            $"{page.Key.House} {page.Key.Role} {page.Key.Kind}", page.Value.Select(visit => visit.Milliseconds).Order().ToList()))
            .OrderByDescending(page => page.Item2.At(0.95)).Prepend(("all pages", all)))
        {
            var (median, most95) = (sorted.At(0.5), sorted.At(0.95));
            table.Add(
                name, $"{sorted.Count}", StandingCells.Number(median, "0.0"), StandingCells.Number(most95, "0.0"),
                StandingCells.Number(sorted[^1], "0.0"), StandingCells.Number(most95 / Asked, "0.00"));
            rows.Add(new BenchRow(name, null, null, null, null, null)
            {
                Figures = new(StringComparer.Ordinal) { ["visits"] = sorted.Count, ["median_ms"] = median, ["percentile_95_ms"] = most95, ["most_ms"] = sorted[^1] },
            });
        }

        return table;
    }
}
