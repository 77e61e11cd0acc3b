using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Clients;
using XacThuc.Web.Jobs;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Jobs;

public sealed class JobEndpointTests
{
    [Fact]
    public async Task Long_work_is_accepted_and_can_be_watched_paused_resumed_and_given_up()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.Runs);
        using var program = await GivenProgram.SignedIn(house, "station", "secret of the station");

        using var accepted = await program.Http.PostAsync("/api/v1/waits", null, GivenHouse.Stop);
        var address = accepted.Headers.Location!.OriginalString;
        var running = await Until(program, address, "running");
        using var paused = await program.Http.PostAsync($"{address}/pause", null, GivenHouse.Stop);
        var queued = await program.Get(address);
        using var resumed = await program.Http.PostAsync($"{address}/resume", null, GivenHouse.Stop);
        using var cancelled = await program.Http.PostAsync($"{address}/cancel", null, GivenHouse.Stop);
        var failed = await program.Get(address);
        using var tooLate = await program.Http.PostAsync($"{address}/pause", null, GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Matches("^/api/v1/jobs/[0-9]+$", address);
        Assert.Equal(0.5, running.GetProperty("progress").GetDouble());
        Assert.Equal(1, running.GetProperty("counts").GetProperty("right").GetInt64());
        Assert.Equal(HttpStatusCode.OK, paused.StatusCode);
        Assert.Equal("queued", queued.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.OK, resumed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Equal("failed", failed.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, tooLate.StatusCode);
    }

    [Fact]
    public async Task A_finished_job_says_where_its_result_is()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("district", "secret of the district", "TTYT-183", ApiScopes.Runs);
        using var program = await GivenProgram.SignedIn(house, "district", "secret of the district");
        var job = await house.AskJob("TYT-06226");

        await house.Change(db => db.Jobs.Where(one => one.Id == job.Id).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.State, JobState.Done).SetProperty(one => one.ResultPath, "/api/v1/x/1"), GivenHouse.Stop));
        var seen = await program.Get($"/api/v1/jobs/{job.Id}");

        Assert.Equal("done", seen.GetProperty("state").GetString());
        Assert.Equal(1, seen.GetProperty("progress").GetDouble());
        Assert.Equal("/api/v1/x/1", seen.GetProperty("result").GetString());
    }

    [Theory]
    [InlineData("TYT-06229")]
    [InlineData("TYT-06000")]
    [InlineData("TTYT-183")]
    public async Task A_job_of_another_place_is_not_there(string unit)
    {
        await using var house = await GivenHouse.Start();

        using var answers = await Answers.To(house, ApiScopes.Runs, unit);

        Assert.Equal(HttpStatusCode.NotFound, answers.Seen.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, answers.Stopped.StatusCode);
    }

    [Fact]
    public async Task A_program_that_may_not_ask_for_the_work_may_look_at_it_and_not_stop_it()
    {
        await using var house = await GivenHouse.Start();

        using var answers = await Answers.To(house, ApiScopes.RecordsWrite, "TYT-06226");

        Assert.Equal(HttpStatusCode.OK, answers.Seen.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, answers.Stopped.StatusCode);
        var problem = await answers.Stopped.Content.ReadFromJsonAsync<JsonElement>(GivenHouse.Stop);
        Assert.Contains("scope", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_job_also_when_asked_twice_at_once()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.Runs);
        using var program = await GivenProgram.SignedIn(house, "station", "secret of the station");
        program.Http.DefaultRequestHeaders.Add("Idempotency-Key", "list-of-monday");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => program.Http.PostAsync("/api/v1/waits", null, GivenHouse.Stop)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location!.OriginalString).Distinct(StringComparer.Ordinal));
        foreach (var answer in answers) answer.Dispose();
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("")]
    public async Task A_key_that_cannot_be_kept_is_refused(string key)
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.Runs);
        using var program = await GivenProgram.SignedIn(house, "station", "secret of the station");
        program.Http.DefaultRequestHeaders.Add("Idempotency-Key", key.Length == 0 ? new string('k', 201) : key);

        using var answer = await program.Http.PostAsync("/api/v1/waits", null, GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(GivenHouse.Stop);
        Assert.Equal("idempotency_key.malformed", problem.GetProperty("code").GetString());
    }

    private static async Task<JsonElement> Until(GivenProgram program, string address, string state)
    {
        for (var time = 0; time < 100; time++)
        {
            var seen = await program.Get(address);
            if (seen.GetProperty("state").GetString() == state && seen.GetProperty("progress").GetDouble() > 0) return seen;
            await Task.Delay(50, GivenHouse.Stop);
        }

        throw new TimeoutException($"The job never was {state}.");
    }

    // What a station's program with a scope is answered that looks at a unit's job and would stop it.
    private sealed record Answers(HttpResponseMessage Seen, HttpResponseMessage Stopped) : IDisposable
    {
        public static async Task<Answers> To(GivenHouse house, string scope, string unit)
        {
            await house.MakeClient("station", "secret of the station", "TYT-06226", scope);
            using var program = await GivenProgram.SignedIn(house, "station", "secret of the station");
            var job = await house.AskJob(unit);
            return new(
                await program.Http.GetAsync($"/api/v1/jobs/{job.Id}", GivenHouse.Stop),
                await program.Http.PostAsync($"/api/v1/jobs/{job.Id}/cancel", null, GivenHouse.Stop));
        }

        public void Dispose()
        {
            Seen.Dispose();
            Stopped.Dispose();
        }
    }
}
