using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;
using XacThuc.Bench.Single;

namespace XacThuc.Bench.Citizens;

/// <summary>
/// Look-ups on the portal of a house with millions of people, half of them by somebody who is there and half by nobody: how many
/// a second, and whether the time tells which is which.
/// </summary>
internal static class PortalLookCommand
{
    private const double Asked = 500;

    public static Command Create()
    {
        var people = new Option<long>("--people") { DefaultValueFactory = _ => 10_000_000 };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 60 };
        var residents = new Option<int>("--residents") { DefaultValueFactory = _ => 12, Description = "How many ask at the same time" };
        var postgres = new Option<string?>("--postgres") { DefaultValueFactory = _ => "new", Description = "Connection to a PostgreSQL server, or new for one of our own" };
        var engine = Engine.Option();
        var command = new Command("portal-look", "Look-ups of citizens a second, and whether their time tells who is there") { people, seconds, residents, postgres, engine };
        command.SetAction(parsed => Run(
            Engine.Find(parsed.GetValue(engine)), parsed.GetValue(people), parsed.GetValue(seconds), parsed.GetValue(residents), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, long people, int seconds, int residents, string? postgres)
    {
        using var server = ServedHouses.Server(ref postgres);
        Console.WriteLine(MachineFacts.Now());
        await using var houses = await ServedHouses.Open(engine, "accounts", postgres);
        var clock = Stopwatch.StartNew();
        await GivenPeople.Fill(houses.Database("platform"), people);
        Console.WriteLine($"{people:N0} people laid into the house in {clock.Elapsed.TotalSeconds:N0} s\n");

        var house = new Uri(houses.AddressOf("platform"));
        _ = await Ask(house, people, residents, Math.Max(3, seconds / 10));
        clock.Restart();
        var looks = await Ask(house, people, residents, seconds);
        var (passed, refused) = (clock.Elapsed.TotalSeconds, looks.Count(look => look.Status is not 302));
        var (there, nobody) = (looks.Where(look => look.IsThere).Select(look => look.Ticks).ToArray(), looks.Where(look => !look.IsThere).Select(look => look.Ticks).ToArray());
        var (of, none) = (Percentiles.Of([.. there]), Percentiles.Of([.. nobody]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{looks.Count:N0} look-ups in {passed:N1} s, {residents} at the same time: {looks.Count / passed:N0} a second ({looks.Count / passed / Asked:0.00} times the {Asked:0} asked); {refused} refused"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"by somebody who is there: median {of.Median / 1000:0.0} ms, 99 % {of.NinetyNinth / 1000:0.0} ms; by nobody: median {none.Median / 1000:0.0} ms, 99 % {none.NinetyNinth / 1000:0.0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"whoever guesses by the time alone is right in {Guessed(there, nobody):0.0 %} of cases (50.0 % is chance)"));
    }

    private static async Task<List<Look>> Ask(Uri house, long people, int residents, int seconds)
    {
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, residents).Select(_ => Task.Run(() => Ask(house, people, until))));
        return [.. all.SelectMany(looks => looks)];
    }

    private static async Task<List<Look>> Ask(Uri house, long people, long until)
    {
        using var resident = new Resident(house);
        await resident.Get("/portal/look-up");
        var looks = new List<Look>();
        while (Stopwatch.GetTimestamp() < until)
        {
            var isThere = Random.Shared.Next(2) == 0;
            var (name, date, sex, number) = GivenPeople.Of(Random.Shared.NextInt64(1, people));
            var asked = isThere ? number : GivenPeople.NumberOf(Random.Shared.NextInt64(people + 1, 999_999_999));
            var start = Stopwatch.GetTimestamp();
            var answer = await resident.Post("/portal/look-up", [("Form.Name", name), ("Form.Date", date), ("Form.Sex", sex), ("Form.Known", asked)]);
            looks.Add(new Look(isThere, Stopwatch.GetTimestamp() - start, answer.Status));
        }

        return looks;
    }

    // How often of one and the other the slower is the one who is there, or the quicker, whichever a guesser would take.
    private static double Guessed(long[] there, long[] nobody)
    {
        var sorted = nobody.Order().ToArray();
        var slower = there.Sum(ticks => (double)LowerThan(sorted, ticks)) / there.Length / sorted.Length;
        return Math.Max(slower, 1 - slower);
    }

    private static int LowerThan(long[] sorted, long ticks)
    {
        var at = Array.BinarySearch(sorted, ticks);
        return at < 0 ? ~at : at;
    }

    private readonly record struct Look(bool IsThere, long Ticks, int Status);
}
