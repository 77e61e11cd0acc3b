using System.Net;
using System.Text;
using System.Text.Json;
using XacThuc.Web.Clients;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Clients;

public sealed class TokenTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_gets_a_token_and_acts_for_its_unit(bool byHeader)
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.Runs);
        using var program = new GivenProgram(house);

        using var answer = await program.AskToken("station", "secret of the station", ApiScopes.Runs, byHeader);
        program.Use(await GivenProgram.TokenOf(answer));
        var me = await program.Get("/api/v1/whoami");

        Assert.Equal("station", me.GetProperty("name").GetString());
        Assert.Equal("TYT-06226", me.GetProperty("unitCode").GetString());
        Assert.Equal("/20/183/06226/", me.GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_client_that_asks_for_no_scope_gets_all_of_its_own()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.Runs, ApiScopes.RecordsWrite);
        using var program = new GivenProgram(house);

        using var answer = await program.AskToken("station", "secret of the station", scope: null);
        program.Use(await GivenProgram.TokenOf(answer));

        using var seen = await program.Http.GetAsync("/api/v1/whoami", GivenHouse.Stop);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
    }

    [Theory]
    [InlineData("station", "wrong secret", ApiScopes.RecordsWrite, HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("nobody", "secret of the station", ApiScopes.RecordsWrite, HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("station", "secret of the station", ApiScopes.Runs, HttpStatusCode.BadRequest, "invalid_request")]
    public async Task A_client_gets_no_token_for_what_it_may_not(
        string id, string secret, string scope, HttpStatusCode status, string error)
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.RecordsWrite);
        using var program = new GivenProgram(house);

        using var answer = await program.AskToken(id, secret, scope);

        Assert.Equal(status, answer.StatusCode);
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(GivenHouse.Stop));
        Assert.Equal(error, said.RootElement.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_token_opens_only_what_its_scope_names()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.RecordsWrite);
        using var program = await GivenProgram.SignedIn(house, "station", "secret of the station");

        using var answer = await program.Http.GetAsync("/api/v1/whoami", GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_token_outlives_a_restart_and_ends_with_its_time()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.Runs);
        using var program = await GivenProgram.SignedIn(house, "station", "secret of the station");

        await house.Restart();
        using var afterRestart = await program.Http.GetAsync("/api/v1/whoami", GivenHouse.Stop);
        house.Clock.Pass(TimeSpan.FromMinutes(61));
        using var tooLate = await program.Http.GetAsync("/api/v1/whoami", GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.OK, afterRestart.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, tooLate.StatusCode);
    }

    [Fact]
    public async Task A_changed_token_opens_nothing()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("station", "secret of the station", "TYT-06226", ApiScopes.Runs);
        using var program = new GivenProgram(house);
        using var answer = await program.AskToken("station", "secret of the station", ApiScopes.Runs);
        var parts = (await GivenProgram.TokenOf(answer)).Split('.');

        var body = Encoding.UTF8.GetString(Base64Url(parts[1])).Replace("TYT-06226", "TYT-06229", StringComparison.Ordinal);
        program.Use($"{parts[0]}.{Convert.ToBase64String(Encoding.UTF8.GetBytes(body)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.{parts[2]}");
        using var seen = await program.Http.GetAsync("/api/v1/whoami", GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, seen.StatusCode);
        Assert.StartsWith("Bearer", seen.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_of_a_browser_opens_nothing_of_the_API()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();
        await browser.SignIn(house.Account("tyt.06226"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Open("/api/v1/whoami")).Status);
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        await using var house = await GivenHouse.Start();
        await house.MakeClient("operator-program", "secret of the operator", "VHTT-183", ApiScopes.Runs);
        using var program = await GivenProgram.SignedIn(house, "operator-program", "secret of the operator");

        using var answer = await program.Http.GetAsync("/operators-only", GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static byte[] Base64Url(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
}
