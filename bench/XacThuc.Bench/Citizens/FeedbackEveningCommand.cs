using System.CommandLine;
using System.Globalization;
using Microsoft.Playwright;
using XacThuc.Bench.Handling;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Photos;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;
using XacThuc.Bench.Single;

namespace XacThuc.Bench.Citizens;

/// <summary>
/// A station's evening: reports with photos wait, one nurse works them off in a browser by keyboard: accepts what is clear,
/// refuses what cannot be read with an official reason. The time of the system is measured, from the key to the next case with
/// its photo drawn; what a person thinks beside it is assumed and said.
/// </summary>
internal static class FeedbackEveningCommand
{
    private const double AskedSeconds = 10;
    private const int RefusedEach = 5;

    public static Command Create()
    {
        var cases = new Option<int>("--cases") { DefaultValueFactory = _ => 400 };
        var think = new Option<double>("--think") { DefaultValueFactory = _ => 6.5, Description = "Seconds assumed for a look: twelve fields and a photo seen (0.34 s each), a decision (1.35 s) and a key (0.28 s)" };
        var postgres = new Option<string?>("--postgres") { DefaultValueFactory = _ => "new", Description = "Connection to a PostgreSQL server, or new for one of our own" };
        var engine = Engine.Option();
        var command = new Command("feedback-evening", "Reports of citizens worked off by keyboard in a browser: seconds each") { cases, think, postgres, engine };
        command.SetAction(parsed => Run(Engine.Find(parsed.GetValue(engine)), parsed.GetValue(cases), parsed.GetValue(think), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, int cases, double think, string? postgres)
    {
        using var server = ServedHouses.Server(ref postgres);
        await using var houses = await ServedHouses.Open(engine, "district", postgres);
        var rows = new HouseRows(houses, isSqlite: false);
        var account = houses.Ready.Accounts.Where(account => account.Role.Equals("HealthStation", StringComparison.Ordinal)).OrderBy(account => account.Unit, StringComparer.Ordinal).First();
        var people = await rows.Read(
            "platform", $"SELECT r.\"FullName\", r.\"DateOfBirth\", r.\"Sex\", r.\"IdNumber\" FROM records AS r JOIN units AS u ON u.\"Id\" = r.\"UnitId\" WHERE u.\"Code\" = '{account.Unit}' AND length(r.\"Digits\") = 12 AND r.\"FullName\" LIKE '% % %' AND r.\"BornOn\" % 32 > 0 AND r.\"Sex\" IN ('Nam', 'Nữ') AND r.\"JoinedIntoId\" IS NULL ORDER BY r.\"Id\" LIMIT {cases}",
            row => (Name: row.GetString(0), Date: row.GetString(1), Sex: row.GetString(2), Number: row.GetString(3)));
        await Send(houses, account.Unit[4..], people);
        Console.WriteLine(MachineFacts.Now());
        Console.WriteLine($"{await rows.Count("platform", "SELECT COUNT(*) FROM feedback_cases WHERE \"State\" = 2"):N0} reports with a photo each wait at {account.Unit}, beside the sample district's records\n");

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        await using var nurse = await Desk.SignIn(browser, houses.AddressOf("platform"), account);
        var times = await WorkOff(nurse);
        var left = await rows.Count("platform", "SELECT COUNT(*) FROM feedback_cases WHERE \"State\" IN (2, 4)");
        var (sorted, mean) = (Percentiles.Of([.. times.Select(time => (long)(time / 1000 * System.Diagnostics.Stopwatch.Frequency))]), times.Average() / 1000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{people.Count - left} worked off by {times.Count} answers, {left} left; the system took {mean:0.00} s each (median {sorted.Median / 1e6:0.00}, 99 % {sorted.NinetyNinth / 1e6:0.00}), from the key to the next case with its photo"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"with {think:0.0} s of looking assumed: {mean + think:0.0} s each ({(mean + think) / AskedSeconds:0.00} of the {AskedSeconds:0} asked), {times.Count * (mean + think) / 3600:0.0} hours for {people.Count}"));
    }

    private static async Task Send(ServedHouses houses, string commune, List<(string Name, string Date, string Sex, string Number)> people)
    {
        var photos = Enumerable.Range(1, 16).Select(nth => GrainyPaper.AsSent((uint)nth)).ToArray();
        var reports = new SentReports(
            new Uri(houses.AddressOf("platform")), Path.Combine(houses.Folder, "platform", "messages"),
            nth =>
            {
                var person = people[nth - 1];
                return
                [
                    ("Form.Kind", "MissingDose"), ("Form.Name", person.Name), ("Form.Date", person.Date), ("Form.Sex", person.Sex), ("Form.IdNumber", person.Number), ("Form.Commune", commune), ("Form.Consent", "true"),
                    ("Form.Doses[0].Number", "1"), ("Form.Doses[0].GivenOn", "24/07/2021"), ("Form.Doses[0].Vaccine", "astrazeneca"), ("Form.Doses[0].Lot", $"ABV{nth:0000}"),
                ];
            },
            photos);
        await reports.Run(16, people.Count, long.MaxValue);
        if (reports.Recorded.Count != people.Count) throw new Refused($"Of {people.Count} reports {reports.Recorded.Count} were recorded: {reports.Refused.FirstOrDefault()}");
    }

    // Four of five are accepted as they are filled in; of the fifth the photo is said to be unreadable. Reports of one person go together.
    private static async Task<List<double>> WorkOff(Desk nurse)
    {
        var times = new List<double>();
        await nurse.Open("/feedback/next");
        for (var at = 1; nurse.Page.Url.Contains("/feedback/", StringComparison.Ordinal); at++)
        {
            await Drawn(nurse.Page, at);
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var before = nurse.Page.Url;
            if (at % RefusedEach == 0)
            {
                await nurse.Page.Keyboard.PressAsync("x");
                await nurse.Page.Keyboard.TypeAsync("8");
                await nurse.Page.Keyboard.PressAsync("Tab");
                await nurse.Page.Keyboard.PressAsync("Tab");
                await nurse.Page.Keyboard.PressAsync("Enter");
            }
            else
            {
                await nurse.Page.Keyboard.PressAsync("a");
            }

            await Until(nurse.Page, "before => location.href !== before", before, $"after case {at} the next one");
            if (nurse.Page.Url.Contains("/feedback/", StringComparison.Ordinal)) await Drawn(nurse.Page, at + 1);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    // A page that was loaded whole takes keys once its script is there.
    private static Task Drawn(IPage page, int at) => Until(
        page, "() => { const photo = document.querySelector('[data-viewer-stage] img'); return document.readyState === 'complete' && photo && photo.complete && photo.naturalWidth > 0; }", null,
        $"the photo of case {at}");

    private static async Task Until(IPage page, string isSo, object? of, string what)
    {
        try
        {
            _ = await page.WaitForFunctionAsync(isSo, of, new() { PollingInterval = 2, Timeout = 7_000 });
        }
        catch (TimeoutException)
        {
            throw new Refused($"{page.Url} has not shown {what} within 7 s, and says: {await page.InnerTextAsync("h1")} / {await page.InnerTextAsync("#told")}");
        }
    }
}
