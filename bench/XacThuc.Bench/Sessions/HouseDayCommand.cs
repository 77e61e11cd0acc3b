using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;
using XacThuc.Bench.Single;
using XacThuc.Web.Shell;

namespace XacThuc.Bench.Sessions;

/// <summary>
/// A day with many desks, at the sessions of all stations of a district: each desk finds, screens and injects one person after the
/// other, every dose is authenticated over the border at once, and every page that a browser would show is asked for. In the
/// middle the houses are killed and started again; in the end each dose that was said to be taken must be there, once.
/// </summary>
internal static partial class HouseDayCommand
{
    private const double Asked = 100, AskedMilliseconds = 150;
    public static Command Create()
    {
        var desks = new Option<int>("--desks") { DefaultValueFactory = _ => 50 };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 60 };
        var pause = new Option<int>("--pause") { Description = "Milliseconds that a desk waits before the next person; none without it" };
        var postgres = new Option<string?>("--postgres") { DefaultValueFactory = _ => "new", Description = "Connection to a PostgreSQL server, or new for one of our own" };
        var engine = Engine.Option();
        var command = new Command("house-day", "A day with many desks, and a house that is killed in the middle") { desks, seconds, pause, postgres, engine };
        command.SetAction(parsed => Run(Engine.Find(parsed.GetValue(engine)), parsed.GetValue(desks), parsed.GetValue(seconds), parsed.GetValue(pause), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, int desks, int seconds, int pause, string? postgres)
    {
        using var server = ServedHouses.Server(ref postgres);
        var folder = Directory.CreateTempSubdirectory("xacthuc-bench-day-").FullName;
        var people = (int)(Asked * seconds * 4);
        var work = new List<BusyDesk>();
        Console.WriteLine(MachineFacts.Now());
        await using (var houses = await ServedHouses.Open(engine, "district", postgres, folder))
        {
            var stations = Stations(houses);
            var each = (people + stations.Count - 1) / stations.Count;
            await GivenLists.Fill(houses.Database("platform"), [.. stations.Select(account => account.Unit)], each, each);
            for (var at = 0; at < stations.Count; at++)
            {
                using var nurse = await Visitor.SignIn(new Uri(houses.AddressOf("platform")), stations[at]);
                var (session, lot, invited) = await Prepare(nurse, each);
                var here = Enumerable.Range(0, desks).Where(desk => desk % stations.Count == at).ToList();
                work.AddRange(here.Select((_, i) => new BusyDesk(at, session, lot, [.. Enumerable.Range(1, invited).Where(number => number % here.Count == i)], pause)));
            }

            Console.WriteLine($"{await Count(houses, "SELECT COUNT(*) FROM bookings"):N0} invited to {stations.Count} sessions, {desks} desks, PostgreSQL\n");
            var visitors = await Visitors(houses, work);
            await Day(work, visitors, Math.Max(2, seconds / 10));
            foreach (var desk in work) desk.Ticks.Clear();
            var before = work.Sum(desk => desk.Taken.Count);
            var clock = Stopwatch.StartNew();
            await Day(work, visitors, seconds);
            Report(work, work.Sum(desk => desk.Taken.Count) - before, clock.Elapsed.TotalSeconds);

            // Killed while all desks are at it: whoever waits for an answer does not get one.
            var going = Day(work, visitors, seconds);
            await Task.Delay(TimeSpan.FromSeconds(3));
            await houses.DisposeAsync();
            var cut = (await going).Count(isWhole => !isWhole);
            Console.WriteLine($"killed: {cut} desks were cut off");
            foreach (var visitor in visitors) visitor.Dispose();
        }

        await using (var again = await ServedHouses.Open(engine, "district", postgres, folder))
        {
            var visitors = await Visitors(again, work);
            await Day(work, visitors, 5);
            var taken = work.SelectMany(desk => desk.Taken).ToHashSet();
            await Judge(again, taken, work);
            foreach (var visitor in visitors) visitor.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<bool[]> Day(List<BusyDesk> work, List<Visitor> visitors, int seconds)
    {
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        return await Task.WhenAll(work.Select((desk, i) => Task.Run(() => desk.Work(visitors[i], until))));
    }

    private static void Report(IReadOnlyList<BusyDesk> work, int doses, double seconds)
    {
        var times = Percentiles.Of([.. work.SelectMany(desk => desk.Ticks)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{doses:N0} doses in {seconds:N1} s: {doses / seconds:N1} a second ({doses / seconds / Asked:0.00} times the {Asked:0} asked), each found, screened, injected, authenticated, three pages shown"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"injection and its page: median {times.Median / 1000:N0} ms, 99 % {times.NinetyNinth / 1000:N0} ms ({times.NinetyNinth / 1000 / AskedMilliseconds:0.00} of the {AskedMilliseconds:0} ms asked)"));
        if (work.SelectMany(desk => desk.Refused).FirstOrDefault() is { } said) Console.WriteLine($"refused {work.Sum(desk => desk.Refused.Count)}, the first: {said}");
    }

    private static async Task Judge(ServedHouses houses, HashSet<Guid> taken, IReadOnlyList<BusyDesk> work)
    {
        await using var house = await Open(houses);
        await using var read = new NpgsqlCommand("SELECT \"EntryKey\" FROM doses", house);
        await using var rows = await read.ExecuteReaderAsync();
        var kept = new List<Guid>();
        while (await rows.ReadAsync()) kept.Add(rows.GetGuid(0));
        var lost = taken.Except(kept).Count();
        await rows.CloseAsync();
        var twice = await Count(houses, "SELECT COUNT(*) FROM (SELECT \"RecordId\" FROM doses GROUP BY \"RecordId\", \"Number\" HAVING COUNT(*) > 1) AS twice");
        var used = await Count(houses, "SELECT SUM(\"Used\")::bigint FROM session_lots");
        Console.WriteLine($"started again: {taken.Count:N0} doses were said to be taken, {lost} of them lost, {twice} given twice; the lot counts {used:N0}, the house keeps {kept.Count:N0}");
        Console.WriteLine($"still refused: {work.Sum(desk => desk.Refused.Count)}");
    }

    // Lots, one session of today that all fit into, and the lot taken to it.
    private static async Task<(string Session, string Lot, int Invited)> Prepare(Visitor nurse, int people)
    {
        await nurse.Get("/lots");
        await nurse.Post("/lots", ("product", "comirnaty"), ("lot", "FH8020"), ("expires", "2099-12-31"), ("doses", $"{people}"));
        var page = await nurse.Get("/sessions");
        var lists = ListBox().Matches(page.Text).Select(box => ("lists", box.Groups["id"].Value));
        var planned = await nurse.Post("/sessions",
        [
            ("place", "Trạm Y tế"), ("day", Shown.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("days", "1"),
            ("opens", "00:00"), ("closes", "23:59"), ("teams", "50"), ("peopleAnHour", "200"), ("product", "comirnaty"), .. lists,
        ]);
        var session = planned.Address.Split('?')[0];
        var lot = LotChoice().Match(planned.Text).Groups["id"].Value;
        var taken = await nurse.Post($"{session}?handler=take", ("lot", lot), ("doses", $"{people}"));
        return taken.Status == 200 ? (session, lot, Places().Count(taken.Text)) : throw new Refused($"Not prepared: {planned}, {taken}");
    }

    private static async Task<List<Visitor>> Visitors(ServedHouses houses, List<BusyDesk> work)
    {
        var (visitors, stations) = (new List<Visitor>(), Stations(houses));
        foreach (var desk in work) visitors.Add(await Visitor.SignIn(new Uri(houses.AddressOf("platform")), stations[desk.Station]));
        foreach (var visitor in visitors) await visitor.Get("/sessions");
        return visitors;
    }

    private static List<ReadyAccount> Stations(ServedHouses houses) =>
        [.. houses.Ready.Accounts.Where(account => account.Role.Equals("HealthStation", StringComparison.Ordinal)).OrderBy(account => account.Unit, StringComparer.Ordinal)];

    private static async Task<NpgsqlConnection> Open(ServedHouses houses)
    {
        var house = new NpgsqlConnection(houses.Database("platform"));
        await house.OpenAsync();
        return house;
    }

    private static async Task<long> Count(ServedHouses houses, string sql)
    {
        await using var house = await Open(houses);
        await using var count = new NpgsqlCommand(sql, house);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    [GeneratedRegex("""name="lists" value="(?<id>\d+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListBox();

    [GeneratedRegex("/desk\\?number=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();

    [GeneratedRegex("""<select[^>]*name="lot">\s*<option value="(?<id>\d+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LotChoice();
}
