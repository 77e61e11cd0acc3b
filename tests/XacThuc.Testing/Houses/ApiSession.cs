using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace XacThuc.Testing.Houses;

/// <summary>A program signed in to a house. What it asks for survives the house being away for a while.</summary>
public sealed class ApiSession : IDisposable
{
    private readonly (string Id, string Secret, string Scopes) _client;

    private ApiSession(Uri house, (string, string, string) client) =>
        (Http, _client) = (new HttpClient { BaseAddress = house, Timeout = TimeSpan.FromMinutes(5) }, client);

    /// <summary>Bare HTTP with the token.</summary>
    public HttpClient Http { get; }

    /// <summary>Signs in with the secret of a client.</summary>
    public static async Task<ApiSession> SignIn(Uri house, string id, string secret, string scopes)
    {
        var session = new ApiSession(house, (id, secret, scopes));
        await session.Renew();
        return session;
    }

    /// <summary>Hands in a table.</summary>
    public Task<HttpResponseMessage> PostCsv(string address, string csv) =>
        Http.PostAsync(address, new StringContent(csv, Encoding.UTF8, "text/csv"));

    /// <summary>Asks for a run over all records of the client's unit.</summary>
    public Task<HttpResponseMessage> StartRun() => Http.PostAsJsonAsync("api/v1/authentication-runs", new { });

    /// <summary>Waits until what was asked for is done; gives the job's last answer.</summary>
    public async Task<JsonElement> Finish(HttpResponseMessage asked)
    {
        if (asked.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"{(int)asked.StatusCode}: {await asked.Content.ReadAsStringAsync()}");
        return await Finish(asked.Headers.Location!);
    }

    /// <summary>Waits until a job is done.</summary>
    public async Task<JsonElement> Finish(Uri job)
    {
        while (true)
        {
            if (await Find(job) is { } found)
            {
                switch (found.GetProperty("state").GetString())
                {
                    case "done": return found;
                    case "failed": throw new InvalidOperationException($"The job failed: {found}");
                }
            }

            await Task.Delay(50);
        }
    }

    private async Task<JsonElement?> Find(Uri job)
    {
        try
        {
            using var answer = await Http.GetAsync(job);
            if (answer.StatusCode == HttpStatusCode.Unauthorized) await Renew();
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>() : null;
        }
        catch (HttpRequestException)
        {
            // Killed; it comes back.
            return null;
        }
    }

    private async Task Renew()
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", _client.Id), new("client_secret", _client.Secret),
            new("scope", _client.Scopes),
        ]);
        using var answer = await Http.PostAsync("connect/token", form);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}
