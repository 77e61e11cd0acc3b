using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Matching;
using XacThuc.Register.Population;
using XacThuc.Register.Tests.Houses;
using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Register.Tests.Authentication;

public sealed partial class AuthenticationTests
{
    private static readonly Uri Address = new("/api/v1/authentications", UriKind.Relative);

    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_house_judges_as_the_contract_says(string kind)
    {
        await using var place = GivenPlace.New(kind);
        await using var house = await GivenHouse.Start(place, now: new DateTimeOffset(2026, 11, 24, 5, 0, 0, TimeSpan.Zero));
        var differing = new List<string>();

        foreach (var (number, cells) in Vectors().Index())
        {
            // Each by an account of its own: wrong answers are counted against guessing.
            using var client = house.Client($"client{number}", $"CAH-{number}");
            await Become(house, cells[1..6]);
            var due = string.Join(',', cells[10..]);
            var came = await LineOf(client, number, cells[6..10]);
            if (!string.Equals(due, came, StringComparison.Ordinal)) differing.Add($"{cells[0]}: due {due} came {came}");
        }

        Assert.Equal("", string.Join('\n', differing));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_answer_is_in_the_audit_and_tells_no_value(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(100)));
        await house.Import(file.Path);
        using var client = house.Client();

        await Parallel.ForEachAsync(Enumerable.Range(1, 100), async (number, stop) =>
        {
            using var answer = await Post(client, $"r{number}", GivenPeople.Right(GivenPeople.Person(number)));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        });

        var entries = await house.With(services => services.GetRequiredService<RegisterDb>().Audit.AsNoTracking()
            .Where(entry => entry.Kind == "record.authenticate").ToListAsync());
        Assert.Equal(
            Enumerable.Range(1, 100).Select(number => $"record:CAH-183/r{number}").Order(StringComparer.Ordinal),
            entries.Select(entry => entry.Subject).Order(StringComparer.Ordinal));
        Assert.All(entries, entry => Assert.Equal(("client", "CAH-183", ""), (entry.Who, entry.UnitCode, entry.Reason)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"full_name":null}""")]
    [InlineData("""{"full_name":7}""")]
    [InlineData("""{"record_id":"a\nb"}""")]
    public async Task What_is_no_record_is_refused_in_a_sentence(string body)
    {
        await using var house = await GivenHouse.Start("sqlite");
        using var client = house.Client();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(Address, content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("record.unreadable", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    internal static Task<HttpResponseMessage> Post(HttpClient client, string id, WrittenRecord record) => client.PostAsJsonAsync(Address, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["record_id"] = id,
        ["full_name"] = record.FullName,
        ["sex"] = record.Sex,
        ["date_of_birth"] = record.DateOfBirth,
        ["id_number"] = record.IdNumber,
        ["commune_code"] = record.CommuneCode,
    });

    private static async Task<string> LineOf(HttpClient client, int number, string[] cells)
    {
        var record = new WrittenRecord(Plain(cells[0]), Plain(cells[1]), Plain(cells[2]), Plain(cells[3]));
        using var answer = await Post(client, $"r{number}", record);
        var verdict = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        return string.Join(
            ',', verdict["status"], verdict["name"], verdict["sex"], verdict["date_of_birth"], verdict["id_number"],
            string.Join(';', verdict["reasons"]!.AsArray()));
    }

    // The register holds the people of the vector, and nobody else.
    private static async Task Become(GivenHouse house, string[] cells)
    {
        var columns = Array.ConvertAll(cells, cell => cell.Split('|'));
        var people = Enumerable.Range(0, columns[3].Length)
            .Select(row => Array.ConvertAll(columns, values => Plain(values.Length == 1 ? values[0] : values[row])))
            .Select(cell => new WrittenPerson(cell[3], cell[4], cell[0], cell[1], cell[2], ""));
        using var file = new GivenFile(GivenPeople.Csv(people));
        await house.With(async services =>
        {
            var db = services.GetRequiredService<RegisterDb>();
            var changed = await db.Set<PopulationState>().Select(state => state.Changed).SingleAsync();
            return await db.Set<Person>().ExecuteUpdateAsync(row => row.SetProperty(p => p.IsRemoved, true).SetProperty(p => p.Changed, changed + 1));
        });
        await house.Import(file.Path);
    }

    private static IEnumerable<string[]> Vectors() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "vectors.csv"))
        .Skip(1).Select(line => line.Split(',')).Where(cells => !LoneSurrogate().IsMatch(string.Join(',', cells)));

    private static string Plain(string cell) => Escape().Replace(
        cell, match => ((char)int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"\\u(?<code>[0-9A-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\\uD[89A-F]", RegexOptions.CultureInvariant)]
    private static partial Regex LoneSurrogate();
}
