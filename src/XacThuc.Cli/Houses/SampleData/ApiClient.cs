using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using XacThuc.Cli.Houses.Run;

namespace XacThuc.Cli.Houses.SampleData;

/// <summary>A program that uses a house by its API, as any other would.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    private ApiClient(HttpClient http) => _http = http;

    public static async Task<ApiClient> SignIn(string house, ReadyClient client, CancellationToken stop)
    {
        var http = new HttpClient { BaseAddress = new Uri(house), Timeout = TimeSpan.FromMinutes(10) };
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", client.Id), new("client_secret", client.Secret),
            new("scope", client.Scopes),
        ]);
        using var answer = await http.PostAsync("connect/token", form, stop);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
        return new ApiClient(http);
    }

    /// <summary>Hands a file in and waits until it has been worked off; tells how far it is.</summary>
    public async Task Import(string address, string file, string key, Action<double> progress, CancellationToken stop)
    {
        await using var text = File.OpenRead(file);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StreamContent(text) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await _http.SendAsync(request, stop);
        answer.EnsureSuccessStatusCode();
        await Finish(answer.Headers.Location!, progress, stop);
    }

    private async Task Finish(Uri job, Action<double> progress, CancellationToken stop)
    {
        while (true)
        {
            var state = await _http.GetFromJsonAsync<JsonElement>(job, stop);
            progress(state.GetProperty("progress").GetDouble());
            switch (state.GetProperty("state").GetString())
            {
                case "done": return;
                case "failed": throw new InvalidOperationException($"The job {job} of the sample failed.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
        }
    }

    public void Dispose() => _http.Dispose();
}
