using System.Net;
using System.Text.RegularExpressions;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Clients;

public sealed class ClientsPageTests
{
    [Fact]
    public async Task An_operator_makes_a_client_that_works_until_it_is_closed()
    {
        await using var house = await GivenHouse.Start();
        using var operating = house.NewBrowser();
        await operating.SignIn(house.Account("operator"));
        var form = await operating.Open("/operator/clients");
        var unit = Regex.Match(form.Text, "value=\"([0-9]+)\">TYT-06226").Groups[1].Value;

        var made = await operating.Send(
            "/operator/clients", [("Client", "phan-mem-tram"), ("UnitId", unit), ("Scopes", "runs"), ("Scopes", "population.write")]);
        var secret = Regex.Match(made.Text, "id=\"given-secret\">([^<]+)<").Groups[1].Value;
        using var program = await GivenProgram.SignedIn(house, "phan-mem-tram", secret);
        var me = await program.Get("/api/v1/whoami");
        await operating.Send("/operator/clients", [("id", "phan-mem-tram")], "/operator/clients?handler=Close");
        using var refused = await program.AskToken("phan-mem-tram", secret, scope: null);
        house.Clock.Pass(TimeSpan.FromSeconds(61));
        using var late = await program.Http.GetAsync("/api/v1/whoami", GivenHouse.Stop);

        Assert.Equal("TYT-06226", me.GetProperty("unitCode").GetString());
        Assert.DoesNotContain("population.write", made.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Theory]
    [InlineData("x", "runs")]
    [InlineData("phan-mem-tram", null)]
    public async Task A_client_that_cannot_be_is_not_made_and_says_why(string id, string? scope)
    {
        await using var house = await GivenHouse.Start();
        using var operating = house.NewBrowser();
        await operating.SignIn(house.Account("operator"));
        var form = await operating.Open("/operator/clients");
        var unit = Regex.Match(form.Text, "value=\"([0-9]+)\">TYT-06226").Groups[1].Value;

        List<(string, string)> fields = [("Client", id), ("UnitId", unit)];
        if (scope is not null) fields.Add(("Scopes", scope));
        var seen = await operating.Send("/operator/clients", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("id=\"problem\"", seen.Text, StringComparison.Ordinal);
    }
}
