using System.Net;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Trouble;

/// <summary>A house whose files may grow no more: it says so, loses nothing, and goes on when there is room again.</summary>
public sealed class FullDiskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_is_said_in_a_sentence_and_nothing_that_was_saved_is_lost()
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-full-");
        var (platformAt, registerAt) = (HouseProcess.FreeAddress(), HouseProcess.FreeAddress());
        await using var platform = new HouseProcess("platform", folder.FullName, platformAt, registerAt, postgres: null);
        await platform.Start();
        using (var health = await platform.Client())
            await health.Finish(await health.PostCsv("api/v1/records/import", GivenRows.Headings + GivenRows.Of(0, 1)));
        await platform.Kill();

        var largest = folder.EnumerateFiles("*", SearchOption.AllDirectories).Max(file => file.Length);
        platform.LargestFile = (int)(largest / 1024) + 256;
        await platform.Start();
        using (var health = await platform.Client())
        {
            var large = await PostTo(health, GivenRows.Of(0, platform.LargestFile.Value * 20));
            var small = (Status: HttpStatusCode.Accepted, Said: "");
            for (var i = 0; i < 3000 && small.Status == HttpStatusCode.Accepted; i++) small = await PostTo(health, GivenRows.Of(0, 1));

            Assert.Equal(HttpStatusCode.InsufficientStorage, large.Status);
            Assert.True(small.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage, $"{small.Status}: {small.Said}");
            foreach (var said in (string[])[large.Said, small.Said])
            {
                Assert.Contains("\"title\"", said, StringComparison.Ordinal);
                Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
            }
        }

        await platform.Kill();
        platform.LargestFile = null;
        await platform.Start();
        using var again = await platform.Client();
        var job = await again.Finish(await again.PostCsv("api/v1/records/import", GivenRows.Headings + GivenRows.Of(0, 2)));
        Assert.Equal((1, 1), (CountOf(job, "known"), CountOf(job, "added")));
        await platform.Kill();
        folder.Delete(recursive: true);
    }

    private static async Task<(HttpStatusCode Status, string Said)> PostTo(ApiSession health, string rows)
    {
        using var answer = await health.PostCsv("api/v1/records/import", GivenRows.Headings + rows);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static int CountOf(System.Text.Json.JsonElement job, string count) => job.GetProperty("counts").GetProperty(count).GetInt32();
}
