using System.CommandLine;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using XacThuc.Bench.Running;
using XacThuc.Matching;

namespace XacThuc.Bench.Houses;

/// <summary>
/// Whether the time of an answer tells that somebody has a number. The same question with numbers of somebody and of nobody,
/// in random order; how often a pair of one of each is told apart by its times (half of them: not at all).
/// </summary>
internal static class HouseTimingCommand
{
    // Below the limit of wrong tries an hour of one account.
    private const int OfAClient = 150;

    public static Command Create()
    {
        var clients = new Option<int>("--clients") { DefaultValueFactory = _ => 20 };
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server; a SQLite file without it" };
        var engine = Engine.Option();
        var command = new Command("house-timing", "Whether the time of an answer tells that somebody has a number") { clients, postgres, engine };
        command.SetAction(async (parsed, _) =>
        {
            var data = BenchData.Get(Engine.Find(parsed.GetValue(engine)), null, 100_000, 1000, 1, "ordinary");
            await using var house = await BenchHouse.Start(parsed.GetValue(postgres));
            await house.Import(data.Register);
            var (held, nobodys) = await Ask(house, data.Register, parsed.GetValue(clients));
            Print("number of somebody", held);
            Print("number of nobody", nobodys);
            Console.WriteLine($"told apart by time: {TellApart(held, nobodys):P1} of pairs (by chance 50 %, give or take {2 * Chance(held.Count, nobodys.Count):P1})");
            var half = held.Count / 2;
            Console.WriteLine($"the same between two halves of the first: {TellApart(held[..half], held[half..]):P1}");
            return 0;
        });
        return command;
    }

    private static async Task<(List<double> Held, List<double> Nobodys)> Ask(BenchHouse house, string register, int clients)
    {
        var people = GivenRows.People(register).Take(1 + clients * OfAClient).ToList();
        var numbers = GivenRows.People(register).Select(person => person.PersonalId).ToHashSet(StringComparer.Ordinal);
        var random = new Random(20211105);
        var (held, nobodys) = (new List<double>(), new List<double>());
        for (var client = 0; client < clients; client++)
        {
            using var http = new HttpClient { BaseAddress = house.Address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await house.Token($"bench{client}"));
            for (var i = 0; i < OfAClient; i++)
            {
                var person = people[client * OfAClient + i];
                var isHeld = random.Next(2) == 0;
                var took = await Time(http, $"t{client}-{i}", isHeld ? person.PersonalId : Nobodys(person.PersonalId, numbers));
                if (i >= 10) (isHeld ? held : nobodys).Add(took);
            }
        }

        return (held, nobodys);
    }

    private static async Task<double> Time(HttpClient http, string id, string number)
    {
        var record = new JsonObject
        {
            ["record_id"] = id,
            ["full_name"] = "Vi Thị Không Ai",
            ["sex"] = "Nữ",
            ["date_of_birth"] = "1931",
            ["id_number"] = number,
            ["commune_code"] = "06226",
        };
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsJsonAsync(new Uri("/api/v1/authentications", UriKind.Relative), record);
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        return answer.IsSuccessStatusCode ? took : throw new Refused($"The house answered {(int)answer.StatusCode}.");
    }

    // As well formed as the person's own: only the last digits are others.
    private static string Nobodys(string number, HashSet<string> numbers)
    {
        for (var last = 0; ; last++)
        {
            var other = $"{number[..6]}{999_999 - last:000000}";
            if (!numbers.Contains(other) && PersonalId.TryParse(System.Text.Encoding.UTF8.GetBytes(other), out _)) return other;
        }
    }

    private static void Print(string what, List<double> times)
    {
        var sorted = times.Order().ToList();
        Console.WriteLine($"{what}: {times.Count} answers, median {sorted[sorted.Count / 2]:0} µs, 90 % within {sorted[sorted.Count * 9 / 10]:0} µs");
    }

    // Mann and Whitney: the share of pairs in which the first took longer, equals counted half.
    private static double TellApart(List<double> one, List<double> other)
    {
        double longer = 0;
        foreach (var a in one)
            foreach (var b in other) longer += a > b ? 1 : a < b ? 0 : 0.5;
        var share = longer / ((double)one.Count * other.Count);
        return Math.Max(share, 1 - share);
    }

    private static double Chance(int one, int other) => Math.Sqrt((one + other + 1) / (12.0 * one * other));
}
