using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Jobs;
using XacThuc.Web.Jobs.Pages;
using XacThuc.Web.Tests.Shell;
using Xunit;

namespace XacThuc.Web.Tests.Jobs;

public sealed partial class JobPagesTests
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
    public async Task A_house_that_stops_ends_the_events_of_work_that_goes_on()
    {
        await using var shell = await GivenShell.Start();
        var id = await Add(shell, JobState.Running);
        await using var events = await shell.Client.GetStreamAsync(new Uri($"/jobs/{id}/events", UriKind.Relative), Stop);

        var stopped = shell.Stop();
        using var reader = new StreamReader(events);
        var told = await reader.ReadToEndAsync(Stop);
        await stopped;

        Assert.Contains("\"ended\":false", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.Found)]
    [InlineData(false, HttpStatusCode.Forbidden)]
    public async Task Who_sees_a_job_that_others_handle_neither_opens_its_result_nor_stops_it(bool isHandled, HttpStatusCode status)
    {
        await using var shell = await GivenShell.Start(services => services.AddSingleton(
            new JobName("records.import", new("Nhập hồ sơ", "Import"), (me, unit) => isHandled && unit == me.UnitId)));
        var (done, paused) = (await Add(shell, JobState.Done), await Add(shell, JobState.Paused));

        Assert.Equal(isHandled, (await Page(shell, done)).Contains("href=\"/records/import/1\"", StringComparison.Ordinal));
        Assert.Equal(isHandled, (await Page(shell, paused)).Contains("handler=Cancel", StringComparison.Ordinal));
        Assert.Equal(status, await Post(shell, $"/jobs/{paused}?handler=Cancel"));
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

    private static async Task<HttpStatusCode> Post(GivenShell shell, string address)
    {
        var page = await shell.Client.GetStringAsync(new Uri(address, UriKind.Relative), Stop);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups["it"].Value)]);
        using var answer = await shell.Client.PostAsync(new Uri(address, UriKind.Relative), form, Stop);
        return answer.StatusCode;
    }

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
            ResultPath = "/records/import/1",
        };
        await shell.InDb(db =>
        {
            db.Jobs.Add(job);
            return db.SaveChangesAsync(Stop);
        });
        return job.Id;
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
