using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;
using XacThuc.Web.Shell;

namespace XacThuc.Bench.Sessions;

/// <summary>
/// Everybody who is due in a province planned into sessions: each station presses its button once, for as many days in a row
/// as it takes. Who may have the dose on which day is asked of the schedule's rules for each person.
/// </summary>
internal static partial class HousePlanCommand
{
    private const double AskedSeconds = 60;
    private const int Longest = 20_000;

    public static Command Create()
    {
        var people = new Option<int>("--people") { DefaultValueFactory = _ => 1_000_000 };
        var at = new Option<int>("--at-once") { DefaultValueFactory = _ => 2, Description = "Stations that plan at the same time" };
        var postgres = new Option<string?>("--postgres") { DefaultValueFactory = _ => "new", Description = "Connection to a PostgreSQL server, or new for one of our own" };
        var engine = Engine.Option();
        var command = new Command("house-plan", "Everybody who is due in a province planned into sessions") { people, at, postgres, engine };
        command.SetAction(parsed => Run(Engine.Find(parsed.GetValue(engine)), parsed.GetValue(people), parsed.GetValue(at), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, int people, int atOnce, string? postgres)
    {
        using var server = ServedHouses.Server(ref postgres);
        await using var houses = await ServedHouses.Open(engine, "district", postgres);
        var accounts = houses.Ready.Accounts.Where(account => account.Role.Equals("HealthStation", StringComparison.Ordinal)).ToList();
        var filled = await GivenLists.Fill(houses.Database("platform"), [.. accounts.Select(account => account.Unit)], (people + accounts.Count - 1) / accounts.Count, Longest);
        var stations = new List<Visitor>();
        foreach (var account in accounts) stations.Add(await Visitor.SignIn(new Uri(houses.AddressOf("platform")), account));
        Console.WriteLine(MachineFacts.Now());
        Console.WriteLine($"{filled:N0} people on lists of {stations.Count} stations, {atOnce} at once\n");

        var clock = Stopwatch.StartNew();
        var times = new List<TimeSpan>();
        await Parallel.ForEachAsync(stations, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (station, _) =>
        {
            var time = await Plan(station);
            lock (times) times.Add(time);
        });
        var seconds = clock.Elapsed.TotalSeconds;
        await using var house = new Npgsql.NpgsqlConnection(houses.Database("platform"));
        await house.OpenAsync();
        var sessions = await Count(house, "sessions");
        var booked = await Count(house, "bookings");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{booked:N0} invited to {sessions:N0} sessions in {seconds:N1} s ({seconds / AskedSeconds:0.00} of the {AskedSeconds:0} s asked); a station waits {times.Max().TotalSeconds:N1} s at most"));
        foreach (var station in stations) station.Dispose();
    }

    private static async Task<TimeSpan> Plan(Visitor station)
    {
        var page = await station.Get("/sessions");
        var lists = ListBox().Matches(page.Text).Select(box => ("lists", box.Groups["id"].Value));
        var planned = await station.Post("/sessions",
        [
            ("place", "Nhà văn hoá"), ("day", Shown.Day(TimeProvider.System.GetUtcNow()).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("days", "31"),
            ("opens", "07:00"), ("closes", "17:00"), ("teams", "10"), ("peopleAnHour", "30"), ("product", "comirnaty"), .. lists,
        ]);
        return planned.Address.StartsWith("/sessions/", StringComparison.Ordinal) ? planned.Time : throw new Refused($"Not planned: {planned}");
    }

    private static async Task<long> Count(Npgsql.NpgsqlConnection house, string table)
    {
        await using var count = new Npgsql.NpgsqlCommand($"SELECT COUNT(*) FROM {table}", house);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    [GeneratedRegex("""name="lists" value="(?<id>\d+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListBox();
}
