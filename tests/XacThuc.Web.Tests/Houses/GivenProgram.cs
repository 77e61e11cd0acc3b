using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace XacThuc.Web.Tests.Houses;

/// <summary>A program that uses the API.</summary>
public sealed class GivenProgram(GivenHouse house) : IDisposable
{
    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = house.Url };

    public static async Task<GivenProgram> SignedIn(GivenHouse house, string id, string secret)
    {
        var program = new GivenProgram(house);
        using var answer = await program.AskToken(id, secret, scope: null);
        program.Use(await TokenOf(answer));
        return program;
    }

    public static async Task<string> TokenOf(HttpResponseMessage answer)
    {
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(GivenHouse.Stop);
        return said.GetProperty("access_token").GetString()!;
    }

    public void Use(string token) => Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public async Task<HttpResponseMessage> AskToken(string id, string secret, string? scope, bool byHeader = false)
    {
        List<KeyValuePair<string, string>> fields = [new("grant_type", "client_credentials")];
        if (scope is not null) fields.Add(new("scope", scope));
        if (!byHeader) fields.AddRange([new("client_id", id), new("client_secret", secret)]);
        using var asked = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent(fields) };
        if (byHeader)
        {
            var pair = $"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}";
            asked.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        return await Http.SendAsync(asked, GivenHouse.Stop);
    }

    public async Task<JsonElement> Get(string path) => await Http.GetFromJsonAsync<JsonElement>(path, GivenHouse.Stop);

    public void Dispose() => Http.Dispose();
}
