using System.Net;
using XacThuc.Web.Jobs;
using XacThuc.Web.Tests.Shell;
using Xunit;

namespace XacThuc.Web.Tests.Jobs;

public sealed class JobPagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1", HttpStatusCode.OK)]
    [InlineData("2", HttpStatusCode.NotFound)]
    public async Task A_job_is_there_for_its_own_subtree_alone(string unit, HttpStatusCode status)
    {
        await using var shell = await GivenShell.Start();
        var id = await Add(shell, JobState.Running);
        shell.Client.DefaultRequestHeaders.Remove("As");
        shell.Client.DefaultRequestHeaders.Add("As", unit);

        using var page = await shell.Client.GetAsync(new Uri($"/jobs/{id}", UriKind.Relative), Stop);
        var list = await shell.Client.GetStringAsync(new Uri("/jobs", UriKind.Relative), Stop);

        Assert.Equal(status, page.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, list.Contains($"/jobs/{id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Progress_is_told_by_events_until_the_job_ends()
    {
        await using var shell = await GivenShell.Start();
        var id = await Add(shell, JobState.Done);

        var events = await shell.Client.GetStringAsync(new Uri($"/jobs/{id}/events", UriKind.Relative), Stop);

        Assert.StartsWith("data: {\"share\":1,", events, StringComparison.Ordinal);
        Assert.Contains("\"counts\":[[\"", events, StringComparison.Ordinal);
        Assert.Contains("\"ended\":true", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_page_of_a_running_job_loads_itself_again()
    {
        await using var shell = await GivenShell.Start();
        var running = await Add(shell, JobState.Running);
        var done = await Add(shell, JobState.Done);

        Assert.Contains("http-equiv=\"refresh\"", await Page(shell, running), StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", await Page(shell, done), StringComparison.Ordinal);
    }

    private static Task<string> Page(GivenShell shell, long id) =>
        shell.Client.GetStringAsync(new Uri($"/jobs/{id}", UriKind.Relative), Stop);

    private static async Task<long> Add(GivenShell shell, JobState state)
    {
        var job = new Job
        {
            Kind = "records.import",
            Input = "{}",
            UnitId = 1,
            AskedBy = "{}",
            AskedAt = DateTimeOffset.UnixEpoch,
            Language = "vi",
            State = state,
            Done = 31,
            Total = 100,
            Counts = """{"matched":1234}""",
        };
        await shell.InDb(db =>
        {
            db.Jobs.Add(job);
            return db.SaveChangesAsync(Stop);
        });
        return job.Id;
    }
}
