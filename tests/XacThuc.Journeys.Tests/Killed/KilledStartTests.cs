using Microsoft.Data.Sqlite;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Killed;

/// <summary>A house killed while it is made ready for the first time: the next start completes it.</summary>
public sealed class KilledStartTests
{
    [Fact]
    public async Task What_a_killed_first_start_left_is_made_good_by_the_next()
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-killed-start-");
        var (platformAt, registerAt) = (HouseProcess.FreeAddress(), HouseProcess.FreeAddress());
        await using var platform = new HouseProcess("platform", folder.FullName, platformAt, registerAt, postgres: null);
        await platform.KillOnce(() => HasUnits(Path.Combine(folder.FullName, "platform", "platform.db")));

        await platform.Start();

        using var client = await platform.Client();
        Assert.NotNull(client.Http.DefaultRequestHeaders.Authorization);
        await platform.Kill();
        folder.Delete(recursive: true);
    }

    private static async Task<bool> HasUnits(string file)
    {
        if (!File.Exists(file)) return false;
        try
        {
            await using var db = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var asked = db.CreateCommand();
            asked.CommandText = "SELECT EXISTS (SELECT 1 FROM units)";
            return await asked.ExecuteScalarAsync(TestContext.Current.CancellationToken) is 1L;
        }
        catch (SqliteException)
        {
            // The table is not made yet.
            return false;
        }
    }
}
