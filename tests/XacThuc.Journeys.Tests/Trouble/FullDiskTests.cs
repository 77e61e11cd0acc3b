using System.Globalization;
using System.Net;
using XacThuc.Cli.Houses.SampleData;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Trouble;

/// <summary>A house whose files may grow no more: it says so, loses nothing, and goes on when there is room again.</summary>
public sealed class FullDiskTests
{
    private const string Record = "record_id,full_name,sex,date_of_birth,id_number,commune_code\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_is_said_in_a_sentence_and_nothing_that_was_saved_is_lost()
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-full-");
        var (platformAt, registerAt) = (HouseProcess.FreeAddress(), HouseProcess.FreeAddress());
        await using var platform = new HouseProcess("platform", folder.FullName, platformAt, registerAt, postgres: null);
        await platform.Start();
        using (var health = await Client(platformAt))
            await health.Finish(await health.PostCsv("api/v1/records/import", Record + "r0,Nông Văn Bảo,Nam,01/01/1990,020090000001,06226\n"));
        await platform.Kill();

        var largest = folder.EnumerateFiles("*", SearchOption.AllDirectories).Max(file => file.Length);
        platform.LargestFile = (int)(largest / 1024) + 256;
        await platform.Start();
        using (var health = await Client(platformAt))
        {
            var (status, said) = await FillUp(health, platform.LargestFile.Value);
            Assert.True(status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage or HttpStatusCode.Conflict, $"{status}: {said}");
            Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
            Assert.Contains("title", said, StringComparison.Ordinal);
        }

        await platform.Kill();
        platform.LargestFile = null;
        await platform.Start();
        using var again = await Client(platformAt);
        var job = await again.Finish(await again.PostCsv("api/v1/records/import", Record + "r0,Nông Văn Bảo,Nam,01/01/1990,020090000001,06226\nr1,Lý Thị Hoa,Nữ,1991,020191000002,06226\n"));
        Assert.Equal((1, 1), (CountOf(job, "known"), CountOf(job, "added")));
        await platform.Kill();
        folder.Delete(recursive: true);
    }

    // Each file is a row in the database and an upload beside it; sooner or later one of both does not fit.
    private static async Task<(HttpStatusCode Status, string Said)> FillUp(ApiSession health, int kibibytes)
    {
        var rows = string.Concat(Enumerable.Range(0, kibibytes * 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"x{i},Nông Văn Bảo,Nam,01/01/1990,020090000001,06226\n")));
        using var answer = await health.PostCsv("api/v1/records/import", Record + rows);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static int CountOf(System.Text.Json.JsonElement job, string count) => job.GetProperty("counts").GetProperty(count).GetInt32();

    private static Task<ApiSession> Client(Uri house)
    {
        var client = SampleSetUp.Clients().First(client => client.House is "platform");
        return ApiSession.SignIn(house, client.Id, client.Secret, client.Scopes);
    }
}
