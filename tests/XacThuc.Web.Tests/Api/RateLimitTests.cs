using System.Net;
using XacThuc.Web.Clients;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Api;

public sealed class RateLimitTests
{
    [Fact]
    public async Task A_client_that_asks_without_end_is_told_when_to_come_back_and_others_are_not_held_up()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("greedy", "secret of the greedy", "TYT-06226", ApiScopes.Runs);
        await house.MakeClient("modest", "secret of the modest", "TYT-06226", ApiScopes.Runs);
        using var greedy = await GivenProgram.SignedIn(house, "greedy", "secret of the greedy");
        using var modest = await GivenProgram.SignedIn(house, "modest", "secret of the modest");

        HttpResponseMessage? refused = null;
        await Parallel.ForEachAsync(Enumerable.Range(0, 60_000), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, stop) =>
        {
            if (refused is not null) return;
            var answer = await greedy.Http.GetAsync("/api/v1/whoami", stop);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests) refused = answer;
            else answer.Dispose();
        });
        using var other = await modest.Http.GetAsync("/api/v1/whoami", GivenHouse.Stop);

        Assert.NotNull(refused);
        Assert.Equal("1", refused.Headers.RetryAfter!.ToString());
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        refused.Dispose();
    }
}
