using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Photos;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;

namespace XacThuc.Bench.Citizens;

/// <summary>
/// Reports with a photo each, from the empty form to the receipt with the code from the phone, as many a minute as the house
/// takes; in the middle it is killed, and each report that was said to be recorded must be there afterwards, with its photo.
/// </summary>
internal static class FeedbackLoadCommand
{
    private const double Asked = 1_000;

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 60 };
        var residents = new Option<int>("--residents") { DefaultValueFactory = _ => 40, Description = "How many report at the same time" };
        var postgres = new Option<string?>("--postgres") { DefaultValueFactory = _ => "new", Description = "Connection to a PostgreSQL server, or new for one of our own" };
        var engine = Engine.Option();
        var command = new Command("feedback-load", "Reports of citizens with photos a minute, and a house that is killed in the middle") { seconds, residents, postgres, engine };
        command.SetAction(parsed => Run(Engine.Find(parsed.GetValue(engine)), parsed.GetValue(seconds), parsed.GetValue(residents), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, int seconds, int residents, string? postgres)
    {
        using var server = ServedHouses.Server(ref postgres);
        var folder = Directory.CreateTempSubdirectory("xacthuc-bench-feedback-").FullName;
        var photos = Enumerable.Range(1, 16).Select(nth => GrainyPaper.AsSent((uint)nth)).ToArray();
        Console.WriteLine(MachineFacts.Now());
        var recorded = new HashSet<Guid>();
        await using (var houses = await ServedHouses.Open(engine, "accounts", postgres, folder))
        {
            var reports = New(houses, photos);
            await reports.Run(residents, int.MaxValue, Until(Math.Max(3, seconds / 10)));
            var (before, clock) = (reports.Recorded.Count, Stopwatch.StartNew());
            await reports.Run(residents, int.MaxValue, Until(seconds));
            var (taken, passed) = (reports.Recorded.Count - before, clock.Elapsed.TotalSeconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{taken:N0} reports with a photo of {photos.Average(photo => photo.Length) / 1024:N0} kB in {passed:N1} s: {taken / passed * 60:N0} a minute ({taken / passed * 60 / Asked:0.00} times the {Asked:N0} asked), each from the form to the receipt, with the code from the phone"));
            if (reports.Refused.FirstOrDefault() is { } said) Console.WriteLine($"refused {reports.Refused.Count}, the first: {said}");

            // Killed while all are at it: whoever waits for an answer does not get one.
            using var gone = new CancellationTokenSource();
            var going = reports.Run(residents, int.MaxValue, Until(seconds), gone.Token);
            await Task.Delay(TimeSpan.FromSeconds(4));
            await houses.DisposeAsync();
            await gone.CancelAsync();
            await going;
            recorded.UnionWith(reports.Recorded);
        }

        await using (var again = await ServedHouses.Open(engine, "accounts", postgres, folder))
        {
            await using var house = new NpgsqlConnection(again.Database("platform"));
            await house.OpenAsync();
            var kept = await Keys(house, "SELECT \"EntryKey\" FROM feedback_cases WHERE \"State\" <> 1");
            var whole = await Keys(house, "SELECT c.\"EntryKey\" FROM feedback_cases AS c WHERE c.\"State\" <> 1 AND c.\"UnitId\" IS NOT NULL AND EXISTS (SELECT 1 FROM feedback_photos AS p WHERE p.\"CaseId\" = c.\"Id\" AND p.\"Size\" > 0)");
            var orphans = await GivenTable.Count(house, "feedback_photos AS p WHERE NOT EXISTS (SELECT 1 FROM feedback_cases AS c WHERE c.\"Id\" = p.\"CaseId\")");
            Console.WriteLine($"killed and started again: {recorded.Count:N0} reports were said to be recorded, {recorded.Except(kept).Count()} of them lost, {kept.Except(whole).Count()} without their photo or unit, {orphans} photos of no report");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static SentReports New(ServedHouses houses, byte[][] photos) => new(
        new Uri(houses.AddressOf("platform")), Path.Combine(houses.Folder, "platform", "messages"),
        nth =>
        {
            var (name, date, sex, number) = GivenPeople.Of(nth);
            return
            [
                ("Form.Kind", "MissingDose"), ("Form.Name", name), ("Form.Date", date), ("Form.Sex", sex), ("Form.IdNumber", number), ("Form.Commune", "other"), ("Form.Consent", "true"),
                ("Form.Doses[0].Number", "1"), ("Form.Doses[0].GivenOn", "24/07/2021"), ("Form.Doses[0].Vaccine", "astrazeneca"), ("Form.Doses[0].Lot", $"ABV{nth % 10_000:0000}"),
            ];
        },
        photos);

    private static long Until(int seconds) => Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);

    private static async Task<HashSet<Guid>> Keys(NpgsqlConnection house, string sql)
    {
        await using var read = new NpgsqlCommand(sql, house) { CommandTimeout = 0 };
        await using var rows = await read.ExecuteReaderAsync();
        var keys = new HashSet<Guid>();
        while (await rows.ReadAsync()) keys.Add(rows.GetGuid(0));
        return keys;
    }
}
