using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Served;

/// <summary>A program that uses a house by its API, and looks at the clock.</summary>
internal sealed class HouseProgram : IDisposable
{
    private HouseProgram(HttpClient http) => Http = http;

    /// <summary>HTTP with its token.</summary>
    public HttpClient Http { get; }

    public static async Task<HouseProgram> SignIn(Uri house, ReadyClient client)
    {
        var http = new HttpClient { BaseAddress = house, Timeout = TimeSpan.FromMinutes(30) };
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", client.Id), new("client_secret", client.Secret), new("scope", client.Scopes),
        ]);
        using var answer = await http.PostAsync(new Uri("connect/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new HouseProgram(http);
    }

    /// <summary>Hands a CSV file in and waits until it has been worked off.</summary>
    public async Task<FinishedJob> Import(string address, string file)
    {
        var watch = Stopwatch.StartNew();
        await using var text = File.OpenRead(file);
        using var body = new StreamContent(text);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await Http.PostAsync(new Uri(address, UriKind.Relative), body);
        return await Finish(answer, watch);
    }

    /// <summary>Authenticates all records of the client's unit and waits for the last result.</summary>
    public async Task<FinishedJob> Run()
    {
        var watch = Stopwatch.StartNew();
        using var answer = await Http.PostAsJsonAsync(new Uri("api/v1/authentication-runs", UriKind.Relative), new { });
        return await Finish(answer, watch);
    }

    private async Task<FinishedJob> Finish(HttpResponseMessage asked, Stopwatch watch)
    {
        asked.EnsureSuccessStatusCode();
        while (true)
        {
            var state = await Http.GetFromJsonAsync<JsonElement>(asked.Headers.Location!);
            switch (state.GetProperty("state").GetString())
            {
                case "done":
                    return new FinishedJob(watch.Elapsed.TotalSeconds, state.GetProperty("result").GetString()!, state.GetProperty("counts").Clone());
                case "failed":
                    throw new Refused($"The job failed: {state}");
            }

            await Task.Delay(20);
        }
    }

    public void Dispose() => Http.Dispose();
}

/// <summary>A job that has ended: how long it took, where its result is, and what came out.</summary>
internal sealed record FinishedJob(double Seconds, string Result, JsonElement Counts);
