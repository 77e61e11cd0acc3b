using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Served;

/// <summary>
/// What people wait for in the sample district: the first start and a later one, a run from the click to the page with its
/// figures, a correction with its authentication, a decision of the police with the next case.
/// </summary>
internal static partial class HouseWorkCommand
{
    private const int Corrections = 100;

    public static Command Create()
    {
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server, or new for one of our own; SQLite files without it" };
        var engine = Engine.Option();
        var command = new Command("house-work", "Starts, a run from click to figures, corrections and decisions") { postgres, engine };
        command.SetAction(parsed => Run(Engine.Find(parsed.GetValue(engine)), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, string? postgres)
    {
        using var server = ServedHouses.Server(ref postgres);
        var folder = Directory.CreateTempSubdirectory("xacthuc-bench-work-").FullName;
        var table = new PlainTable($"sample district, {(postgres is null ? "SQLite" : "PostgreSQL")}", "times", "median", "95 %", "most", "asked", "95 % of asked");
        void Add(string name, string unit, List<double> figures, double? asked)
        {
            figures.Sort();
            string Shown(double value) => $"{StandingCells.Number(value, "0.00")} {unit}";
            var most95 = figures.At(0.95);
            table.Add(
                name, $"{figures.Count}", Shown(figures[figures.Count / 2]), Shown(most95), Shown(figures[^1]),
                asked is { } limit ? $"{limit} {unit}" : "", asked is { } by ? StandingCells.Number(most95 / by, "0.00") : "");
        }

        var watch = Stopwatch.StartNew();
        await (await ServedHouses.Open(engine, "district", postgres, folder)).DisposeAsync();
        Add("first start, with the district", "s", [watch.Elapsed.TotalSeconds], 180);
        watch.Restart();
        await using var houses = await ServedHouses.Open(engine, "district", postgres, folder);
        Add("a later start", "s", [watch.Elapsed.TotalSeconds], 5);

        using (var centre = await Person(houses, "platform", "DistrictHealthCentre"))
        {
            List<double> runs = [await Click(centre), await Click(centre), await Click(centre)];
            Add("run, from click to the page with figures, first", "s", [runs[0]], 10);
            Add("the same, later", "s", runs[1..], 10);
        }

        using (var station = await Person(houses, "platform", "HealthStation"))
            Add("correction, authenticated at once, page", "ms", await Correct(station), 150);
        using (var police = await Person(houses, "register", "CommunePolice"))
            Add("decision of the police, with the next case", "ms", await Decide(police), 150);

        Console.WriteLine(MachineFacts.Now());
        Console.WriteLine();
        Console.WriteLine(table);
        await houses.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Task<Visitor> Person(ServedHouses houses, string house, string role) => Visitor.SignIn(
        new Uri(houses.AddressOf(house)),
        houses.Ready.Accounts.First(account => account.House.Equals(house, StringComparison.Ordinal) && account.Role.Equals(role, StringComparison.Ordinal)));

    private static async Task<double> Click(Visitor centre)
    {
        await centre.Get("/authentication");
        var watch = Stopwatch.StartNew();
        var run = await centre.Post("/authentication", ("unit", ""), ("onlyNew", "false"));
        while (!(await centre.Get(run.Address)).Text.Contains("data-chart", StringComparison.Ordinal)) await Task.Delay(50);
        return watch.Elapsed.TotalSeconds;
    }

    // Each gets another sex, which is a wrong answer or a right one; both are what a clerk waits for.
    private static async Task<List<double>> Correct(Visitor station)
    {
        var times = new List<double>();
        var at = (await station.Get("/records/wrong")).Text is var list && CorrectLink().Match(list) is { Success: true } first
            ? first.Groups["it"].Value : throw new Refused("There is no wrong record to correct.");
        for (var i = 0; i < Corrections; i++)
        {
            var page = await station.Get(at);
            var fields = FieldsOf(page.Text).ToDictionary(field => field.Name, field => field.Value, StringComparer.OrdinalIgnoreCase);
            fields["sex"] = fields.GetValueOrDefault("sex") is "Nam" ? "Nữ" : "Nam";
            var saved = await station.Post(at, fields.Where(field => field.Key is not "__RequestVerificationToken").Select(field => (field.Key, field.Value)));
            if (saved.Status is not 200) throw new Refused($"A correction was answered with {saved}.");
            times.Add(saved.Time.TotalMilliseconds);
            var next = CorrectLink().Matches(saved.Text).Select(link => link.Groups["it"].Value).FirstOrDefault(link => !link.Equals(at, StringComparison.Ordinal));
            if (next is null) break;
            at = WebUtility.HtmlDecode(next);
        }

        return times;
    }

    private static async Task<List<double>> Decide(Visitor police)
    {
        var times = new List<double>();
        var list = await police.Get("/cases");
        var page = await police.Get(CaseLink().Match(list.Text).Groups["it"].Value);
        for (var i = 0; i < Corrections && CaseLink().IsMatch(page.Address + "\""); i++)
        {
            var version = FieldsOf(page.Text).First(field => field.Name is "version").Value;
            page = await police.Post(page.Address, ("version", version), ("decision", "AskPerson"), ("note", "CCCD"));
            if (page.Status is not 200) throw new Refused($"A decision was answered with {page}.");
            times.Add(page.Time.TotalMilliseconds);
        }

        return times;
    }

    private static IEnumerable<(string Name, string Value)> FieldsOf(string page) => Fields().Matches(page[page.IndexOf("<main", StringComparison.Ordinal)..])
        .Select(field => (field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["it"].Value))).DistinctBy(field => field.Item1, StringComparer.Ordinal);

    [GeneratedRegex("<input [^>]*name=\"(?<name>[^\"]+)\"[^>]*?( value=\"(?<it>[^\"]*)\")?[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fields();

    [GeneratedRegex("(?<it>/records/[0-9a-z]{20}/correct[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CorrectLink();

    [GeneratedRegex("(?<it>/cases/[0-9]+(\\?[^\"]*)?)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CaseLink();
}
