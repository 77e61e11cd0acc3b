using System.Net;
using Npgsql;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Trouble;

/// <summary>A database server that goes away while people work.</summary>
public sealed class DatabaseAwayTests(Browser browser)
{
    [Fact]
    public async Task While_the_database_is_away_pages_say_so_with_a_number_and_come_back_with_it()
    {
        // SQLite is a file of the house itself: it does not go away.
        if (!TestDatabases.Here.Contains(TestDatabase.Postgres)) return;
        await using var houses = await TestHouses.WithAccounts(TestDatabase.Postgres);
        using var health = await houses.Client("platform");
        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", 1280);

        await Allow(houses, false);
        var answer = await nurse.GotoAsync($"{houses.Platform}/records/wrong");
        var page = await nurse.ContentAsync();
        using var api = await health.StartRun();
        await nurse.ShouldServeEverybody("database-away");

        Assert.Equal((503, HttpStatusCode.ServiceUnavailable), (answer!.Status, api.StatusCode));
        Assert.Contains("Cơ sở dữ liệu tạm thời không dùng được", page, StringComparison.Ordinal);
        Assert.Matches("<code>[A-Z0-9]{8}</code>", page);

        await Allow(houses, true);
        Assert.Equal(200, (await nurse.GotoAsync($"{houses.Platform}/records/wrong"))!.Status);
    }

    private static async Task Allow(TestHouses houses, bool isAllowed)
    {
        await using var server = new NpgsqlConnection(Environment.GetEnvironmentVariable("XACTHUC_TEST_POSTGRES"));
        await server.OpenAsync();
        var name = new NpgsqlConnectionStringBuilder(houses.Postgres).Database + "_platform";
        await using var command = new NpgsqlCommand($"ALTER DATABASE \"{name}\" WITH ALLOW_CONNECTIONS {isAllowed}", server);
        await command.ExecuteNonQueryAsync();
        await using var end = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", server);
        end.Parameters.Add(new() { Value = name });
        await end.ExecuteNonQueryAsync();
    }
}
