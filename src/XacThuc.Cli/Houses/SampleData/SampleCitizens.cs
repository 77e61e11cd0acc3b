using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Cli.Houses.Run;
using XacThuc.Platform;
using XacThuc.Platform.Records.Phones;
using XacThuc.Register.Identity;

namespace XacThuc.Cli.Houses.SampleData;

/// <summary>
/// A few people of the sample district who sign in with an e-identity: whose record is right, whose record has the right number
/// and is wrong otherwise, and who has none. Always the same ones, found in the files that the sample was made of.
/// </summary>
internal static class SampleCitizens
{
    public const string Right = "right";
    public const string Wrong = "wrong";
    private const string Nothing = "none";

    public static async Task<IReadOnlyList<ReadyCitizen>> Make(string folder, IReadOnlyList<WebApplication> houses, CancellationToken stop)
    {
        if (!File.Exists(Path.Combine(folder, "truth.csv"))) return [];
        ReadyCitizen[] citizens = [.. Choose(folder).Select(one => (one.Record, Sample: SampleIdentities.Of(one.Number, one.Level)))
            .Select((one, at) => new ReadyCitizen(one.Sample.Number, one.Sample.Level, one.Sample.Password, one.Sample.TotpSecret, one.Record, PhoneOf(at)))];
        foreach (var house in houses)
        {
            await using var scope = house.Services.CreateAsyncScope();
            if (scope.ServiceProvider.GetService<SampleIdentities>() is { } identities)
                await identities.Create([.. citizens.Select(citizen => SampleIdentities.Of(citizen.Number, citizen.Level))], stop);
            if (scope.ServiceProvider.GetService<PlatformDb>() is { } health)
                await SamplePhones.Give(health, citizens.ToDictionary(citizen => citizen.Number, citizen => citizen.Phone, StringComparer.Ordinal), stop);
        }

        return citizens;
    }

    private static string PhoneOf(int at) => $"090000000{at + 1}";

    private static List<(string Number, int Level, string Record)> Choose(string folder)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fields in SampleRows.Of(folder, "records.csv").Take(2_000)) numbers[fields[0]] = fields[4];
        var truth = SampleRows.Of(folder, "truth.csv").Take(2_000).ToList();

        // Only records that VNeID's number leads to.
        var found = truth.Where(row => row[1].Length == 12 && row[1].Equals(numbers.GetValueOrDefault(row[0]), StringComparison.Ordinal)).ToList();
        var right = found.Where(row => row[2] is "matched").Select(row => row[1]).Distinct(StringComparer.Ordinal).Take(2).ToList();
        var wrong = found.Where(row => row[2] is "mismatched").Select(row => row[1]).Distinct(StringComparer.Ordinal).Take(2).ToList();
        var known = SampleRows.Of(folder, "truth.csv").Select(row => row[1]).ToHashSet(StringComparer.Ordinal);
        var without = SampleRows.Of(folder, "register.csv").Select(row => row[0]).Where(number => !known.Contains(number)).Take(1);
        return
        [
            .. right.Select((number, at) => (number, at == 0 ? 2 : 1, Right)), .. wrong.Select((number, at) => (number, at == 0 ? 2 : 1, Wrong)),
            .. without.Select(number => (number, 1, Nothing)),
        ];
    }
}
