using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;

namespace XacThuc.Bench.Handling;

/// <summary>
/// The wrong records of the sample district, worked off in browsers as people do it: groups of one reason with two officers,
/// then case by case with keys, then the stations. Unit after unit is authenticated until there are as many cases as asked;
/// all cases of these units are handled, easy or not.
/// </summary>
internal static partial class HouseCasesCommand
{
    // One working day, and how quick a case shall be.
    private const double AskedHours = 8, AskedSeconds = 5;

    public static Command Create()
    {
        var cases = new Option<int>("--cases") { DefaultValueFactory = _ => 15_000, Description = "At least so many cases; the last unit's are handled to the end" };
        var group = new Option<int>("--least-group") { DefaultValueFactory = _ => 80, Description = "Smaller groups are quicker done case by case" };
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server, or new for one of our own; SQLite files without it" };
        var engine = Engine.Option();
        var command = new Command("house-cases", "Wrong records worked off in browsers by police and stations: hours of handling") { cases, group, postgres, engine };
        foreach (var option in Thinking.Options) command.Add(option);
        command.SetAction(parsed => Run(
            Engine.Find(parsed.GetValue(engine)), parsed.GetValue(cases), parsed.GetValue(group), parsed.GetValue(postgres), Thinking.Of(parsed)));
        return command;
    }

    private static async Task Run(Engine engine, int cases, int leastGroup, string? postgres, Thinking thinking)
    {
        var watch = Stopwatch.StartNew();
        using var server = ServedHouses.Server(ref postgres);
        await using var houses = await ServedHouses.Open(engine, "district", postgres);
        var rows = new HouseRows(houses, postgres is null);
        var opened = await OpenCases(houses, rows, cases);
        Console.Error.WriteLine($"{opened} cases are open after {watch.Elapsed.TotalSeconds:N0} s.");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });

        var book = new HandlingBook();
        await Police(browser, houses, rows, new PoliceFacts(book, thinking, leastGroup));
        var delivered = await rows.Until("platform", "SELECT COUNT(*) FROM decisions", book.Cases);
        var truth = new SampleTruth(Path.Combine(houses.Folder, "sample"));
        var (right, strangers) = await Stations(browser, houses, book, thinking, truth);

        Console.WriteLine(MachineFacts.Now());
        Console.WriteLine();
        Console.WriteLine(book.Table());
        await HandlingReport.Print(book, new HandlingFacts(opened, delivered, right, strangers, watch.Elapsed, thinking), rows, truth);
    }

    // By the page, unit after unit.
    private static async Task<long> OpenCases(ServedHouses houses, HouseRows rows, int least)
    {
        using var centre = await Visitor.SignIn(new Uri(houses.AddressOf("platform")), Account(houses, "platform", "DistrictHealthCentre"));
        var units = Units().Matches((await centre.Get("/authentication")).Text).Select(unit => unit.Groups["it"].Value).Where(unit => unit.Length > 0).ToList();
        const string waiting = "SELECT COUNT(*) FROM cases WHERE \"State\" = 1";
        foreach (var unit in units)
        {
            if (await rows.Count("register", waiting) >= least) break;
            var run = await centre.Post("/authentication", ("unit", unit), ("onlyNew", "false"));
            while (!(await centre.Get(run.Address)).Text.Contains("data-chart", StringComparison.Ordinal)) await Task.Delay(50);
        }

        return await rows.Count("register", waiting);
    }

    private static async Task Police(IBrowser browser, ServedHouses houses, HouseRows rows, PoliceFacts facts)
    {
        var officers = houses.Ready.Accounts.Where(account => account.Role.Equals("DistrictPolice", StringComparison.Ordinal)).ToList();
        await using var first = await Desk.SignIn(browser, houses.Ready.Register, officers[0]);
        await using var second = await Desk.SignIn(browser, houses.Ready.Register, officers[1]);
        var police = new PoliceWork(first, second, facts.Book, facts.Thinking, facts.LeastGroup);
        var watch = Stopwatch.StartNew();
        var proposed = await police.ProposeGroups();
        await police.ApproveGroups(proposed);
        Console.Error.WriteLine($"Groups: {watch.Elapsed.TotalSeconds:N0} s.");
        var seconds = await rows.Until("register", "SELECT CASE WHEN EXISTS (SELECT 1 FROM cases WHERE \"State\" = 4) THEN 0 ELSE 1 END", 1);
        Console.Error.WriteLine($"{facts.Book.Approve.Cases} cases in {proposed.Count} groups, carried out {seconds:N0} s later.");
        await police.DecideAll();
        await police.ApproveCorrections();
        if (await rows.Count("register", "SELECT COUNT(*) FROM cases WHERE \"State\" IN (1, 4)") is var left and > 0)
            throw new Refused($"{left} cases are still open.");
    }

    private static async Task<(int Right, int Strangers)> Stations(
        IBrowser browser, ServedHouses houses, HandlingBook book, Thinking thinking, SampleTruth truth)
    {
        var (right, strangers) = (0, 0);
        foreach (var account in houses.Ready.Accounts.Where(account => account.Role is "HealthStation" or "VaccinationFacility"))
        {
            await using var desk = await Desk.SignIn(browser, houses.Ready.Platform, account);
            var station = new StationWork(desk, book, thinking);
            await station.TakeOver();
            await station.TypePapers(truth);
            (right, strangers) = (right + station.Right, strangers + station.Strangers);
        }

        return (right, strangers);
    }

    private static ReadyAccount Account(ServedHouses houses, string house, string role) => houses.Ready.Accounts.First(account =>
        account.House.Equals(house, StringComparison.Ordinal) && account.Role.Equals(role, StringComparison.Ordinal));

    [GeneratedRegex("<option value=\"(?<it>[^\"]*)\"(?=[^<]*</option>(?s:.)*?</select>(?s:.)*?name=\"onlyNew\")", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Units();

    private sealed record PoliceFacts(HandlingBook Book, Thinking Thinking, int LeastGroup);

    internal static (double Hours, double Seconds) Asked => (AskedHours, AskedSeconds);
}
