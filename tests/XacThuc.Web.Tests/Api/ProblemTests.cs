using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using XacThuc.Web.Clients;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Api;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("GET", "/api/v1/nowhere", null, null, 404)]
    [InlineData("DELETE", "/api/v1/whoami", null, null, 405)]
    [InlineData("POST", "/api/v1/echo", "{", "application/json", 400)]
    [InlineData("POST", "/api/v1/echo", "<a/>", "application/xml", 415)]
    [InlineData("GET", "/api/v1/broken", null, null, 500)]
    [InlineData("GET", "/api/v1/jobs/1", null, null, 404)]
    public async Task Whatever_goes_wrong_is_told_as_a_problem(string method, string path, string? body, string? type, int status)
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.Runs);
        using var program = await GivenProgram.SignedIn(house, "station", "secret of the station");
        using var asked = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) asked.Content = new StringContent(body, Encoding.UTF8, type!);

        using var answer = await program.Http.SendAsync(asked, GivenHouse.Stop);

        var text = await answer.Content.ReadAsStringAsync(GivenHouse.Stop);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("title").GetString()));
        Assert.DoesNotContain("secret of a bug", text, StringComparison.Ordinal);
        Assert.Equal(status >= 500, problem.TryGetProperty("reference", out _));
    }

    [Fact]
    public async Task Nobody_is_told_as_a_problem_that_a_token_is_missing()
    {
        await using var house = await GivenHouse.Start();
        using var program = new GivenProgram(house);

        using var answer = await program.Http.GetAsync("/api/v1/whoami", GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task What_is_too_large_is_told_as_a_problem()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.Runs);
        using var program = await GivenProgram.SignedIn(house, "station", "secret of the station");
        using var asked = new HttpRequestMessage(HttpMethod.Post, "/api/v1/echo")
        {
            Content = new StringContent("\"" + new string('x', 31_000_000), Encoding.UTF8, "application/json"),
            Headers = { ExpectContinue = true },
        };

        using var answer = await program.Http.SendAsync(asked, GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("en-US,en;q=0.9,vi;q=0.1", "There is nothing at this address.")]
    [InlineData("fr, vi;q=0.5, en;q=0.4", "Không có gì ở địa chỉ này.")]
    [InlineData("*", "Không có gì ở địa chỉ này.")]
    public async Task Problems_are_told_in_the_language_the_program_accepts(string accepts, string sentence)
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.Runs);
        using var program = await GivenProgram.SignedIn(house, "station", "secret of the station");
        program.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepts);

        using var answer = await program.Http.GetAsync("/api/v1/nowhere", GivenHouse.Stop);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(GivenHouse.Stop);
        Assert.Equal(sentence, problem.GetProperty("title").GetString());
    }
}
