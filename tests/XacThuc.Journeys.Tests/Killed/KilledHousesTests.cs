using System.Globalization;
using System.Text;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Killed;

/// <summary>Either house killed at random moments of a bulk run: nothing is lost, nothing is done twice.</summary>
public sealed class KilledHousesTests
{
    private const int People = 60_000;

    // CI kills a few times; the twenty of the issue: XACTHUC_KILLS=20.
    private static int Kills { get; } =
        int.Parse(Environment.GetEnvironmentVariable("XACTHUC_KILLS") ?? "4", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<TestDatabase> Databases => [.. TestDatabases.Here];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_run_survives_the_killing_of_either_house(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-killed-");
        var postgres = TestDatabases.NewConnection(database);
        var (platformAt, registerAt) = (HouseProcess.FreeAddress(), HouseProcess.FreeAddress());
        await using var register = new HouseProcess("register", folder.FullName, platformAt, registerAt, postgres);
        await using var platform = new HouseProcess("platform", folder.FullName, platformAt, registerAt, postgres);
        await register.Start();
        await platform.Start();
        using var police = await register.Client();
        using var health = await platform.Client();
        await police.Finish(await police.PostCsv("api/v1/population/import", Population()));
        await health.Finish(await health.PostCsv("api/v1/records/import", Records()));

        using var asked = await health.StartRun();
        var random = new Random(20211105);
        for (var i = 0; i < Kills; i++)
        {
            await Task.Delay(random.Next(20, 400), Stop);
            var victim = random.Next(2) == 0 ? register : platform;
            await victim.Kill();
            await victim.Start();
        }

        var run = await health.Finish(asked);
        var results = await health.Http.GetStringAsync(run.GetProperty("result").GetString(), Stop);
        var lines = results.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(People + 1, lines.Length);
        Assert.Equal(People, lines.Skip(1).Select(line => line.Split(',')[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(People / 3, lines.Count(line => line.Contains(",mismatched,right,right,wrong,right", StringComparison.Ordinal)));
        Assert.Equal(People - People / 3, lines.Count(line => line.Contains(",matched,", StringComparison.Ordinal)));
        if (postgres is not null) await TestDatabases.Drop(postgres);
        folder.Delete(recursive: true);
    }

    private static string Population() => Table(
        "personal_id,old_id,full_name,sex,date_of_birth,commune_code", i => $"{Number(i)},,Nông Văn Bảo,Nam,1990-01-0{1 + i % 9},06226");

    // Every third date is another.
    private static string Records() => Table(
        "record_id,full_name,sex,date_of_birth,id_number,commune_code",
        i => $"r{i},Nông Văn Bảo,Nam,{(i % 3 == 0 ? "15/06/1985" : $"0{1 + i % 9}/01/1990")},{Number(i)},06226");

    private static string Number(int i) => (20_090_000_000L + i).ToString("000000000000", CultureInfo.InvariantCulture);

    private static string Table(string heading, Func<int, string> row)
    {
        var text = new StringBuilder(heading).Append('\n');
        for (var i = 0; i < People; i++) text.Append(row(i)).Append('\n');
        return text.ToString();
    }
}
