using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;

namespace XacThuc.Bench.Lists;

/// <summary>
/// One long list of people to be vaccinated from hand to hand: a station brings it, sends it, the commune police look at it
/// and confirm what agrees. People and their damages are the sample district's records.
/// </summary>
internal static class HouseListCommand
{
    public static Command Create()
    {
        var people = new Option<int>("--people") { DefaultValueFactory = _ => 10_000 };
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server, or new for one of our own; SQLite files without it" };
        var engine = Engine.Option();
        var command = new Command("house-list", "A long list brought, sent and verified: how long each hand waits") { people, postgres, engine };
        command.SetAction(parsed => Run(Engine.Find(parsed.GetValue(engine)), parsed.GetValue(people), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, int people, string? postgres)
    {
        using var server = ServedHouses.Server(ref postgres);
        await using var houses = await ServedHouses.Open(engine, "district", postgres);
        var file = FileOf(Path.Combine(houses.Folder, "sample", "records.csv"), people);
        using var station = await SignIn(houses, "platform", "HealthStation", "TYT-06226");
        using var police = await SignIn(houses, "register", "CommunePolice", "CAX-06226");
        Console.WriteLine(MachineFacts.Now());
        Console.WriteLine($"{people} people, {file.Length / 1024} KiB, {(postgres is null ? "SQLite" : "PostgreSQL")}\n");

        await station.Get("/lists");
        var brought = await station.Upload("/lists", "danh sach.csv", file, ("ListTitle", "Danh sách dài"), ("Dose", "1"));
        Print("brought: read, kept, likenesses found, list shown", brought.Time);
        var list = brought.Address.Split('?')[0];
        Print("list shown again", (await station.Get(list)).Time);
        Print("likenesses shown", (await station.Get($"{list}/alike")).Time);
        await station.Get(list);
        Print("sent to the police", (await station.Post($"{list}?handler=send")).Time);

        var start = Stopwatch.GetTimestamp();
        string? came;
        while ((came = Find((await police.Get("/lists")).Text, "href=\"/lists/")) is null
            || !(await police.Get($"/lists/{came}")).Text.Contains("handler=confirm", StringComparison.Ordinal))
            await Task.Delay(50);
        Print("over the border until it is whole", Stopwatch.GetElapsedTime(start));
        Print("verified at once: all rows compared, page shown", (await police.Get($"/lists/{came}")).Time);
        Print("all that agree confirmed", (await police.Post($"/lists/{came}?handler=confirm", ("shown", ""))).Time);
        await police.Get($"/lists/{came}");
        Print("all others asked for papers", (await police.Post($"/lists/{came}?handler=rest")).Time);
        await police.Get($"/lists/{came}");
        Print("second look asked for", (await police.Post($"/lists/{came}?handler=look")).Time);
        await SecondLook(houses, came);
        await police.Get($"/lists/{came}");
        Print("signed and handed over", (await police.Post($"/lists/{came}?handler=sign", ("sure", "true"))).Time);
    }

    // An officer of the district goes through all pages of rows.
    private static async Task SecondLook(ServedHouses houses, string list)
    {
        using var district = await SignIn(houses, "register", "DistrictPolice", "CAH-183");
        var (pages, spent) = (0, TimeSpan.Zero);
        while (true)
        {
            var page = await district.Get($"/lists/{list}/second-look");
            var rows = All(page.Text, "name=\"row\" value=\"").Select(number => ("row", number)).ToList();
            if (rows.Count == 0) break;
            var done = await district.Post($"/lists/{list}/second-look", [("version", Find(page.Text, "name=\"version\" value=\"")!), .. rows]);
            (pages, spent) = (pages + 1, spent + page.Time + done.Time);
        }

        Print($"second look: {pages} pages shown and agreed with", spent);
    }

    private static void Print(string what, TimeSpan time) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-55} {time.TotalSeconds,8:N2} s"));

    private static async Task<Visitor> SignIn(ServedHouses houses, string house, string role, string unit) => await Visitor.SignIn(
        new Uri(houses.AddressOf(house)),
        houses.Ready.Accounts.First(account => account.House.Equals(house, StringComparison.Ordinal)
            && account.Role.Equals(role, StringComparison.Ordinal) && account.Unit.Equals(unit, StringComparison.Ordinal)));

    // All are the station's own people: the commune is left out.
    private static byte[] FileOf(string records, int people)
    {
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(records).Take(people + 1))
            text.Append(string.Join(',', line.Split(',').Take(5))).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string? Find(string page, string before)
    {
        var at = page.IndexOf(before, StringComparison.Ordinal);
        return at < 0 ? null : string.Concat(page[(at + before.Length)..].TakeWhile(char.IsAsciiDigit)) is { Length: > 0 } digits ? digits : null;
    }

    private static IEnumerable<string> All(string page, string before)
    {
        for (var at = page.IndexOf(before, StringComparison.Ordinal); at >= 0; at = page.IndexOf(before, at + before.Length, StringComparison.Ordinal))
            yield return string.Concat(page.Skip(at + before.Length).TakeWhile(char.IsAsciiDigit));
    }
}
