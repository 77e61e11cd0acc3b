using System.Net;
using System.Text.RegularExpressions;
using XacThuc.Web.Tests.Houses;
using Xunit;

namespace XacThuc.Web.Tests.Api;

public sealed class DocumentTests
{
    [Fact]
    public async Task The_document_names_operations_scopes_and_keys()
    {
        await using var house = await GivenHouse.Start();
        using var program = new GivenProgram(house);

        var document = await program.Get("/openapi/v1.json");

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = document.GetProperty("paths");
        Assert.All(paths.EnumerateObject(), path => Assert.StartsWith("/api/", path.Name, StringComparison.Ordinal));
        Assert.True(paths.TryGetProperty("/api/v1/jobs/{id}", out _));
        var flow = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("oauth2")
            .GetProperty("flows").GetProperty("clientCredentials");
        Assert.Equal("/connect/token", flow.GetProperty("tokenUrl").GetString());
        Assert.Equal("records.write runs", string.Join(' ', flow.GetProperty("scopes").EnumerateObject().Select(scope => scope.Name)));
        var waits = paths.GetProperty("/api/v1/waits").GetProperty("post");
        Assert.Equal("runs", waits.GetProperty("security")[0].GetProperty("oauth2")[0].GetString());
        Assert.Contains(waits.GetProperty("parameters").EnumerateArray(), one => one.GetProperty("name").GetString() == "Idempotency-Key");
    }

    [Fact]
    public async Task The_page_of_the_API_brings_everything_from_the_house_itself()
    {
        await using var house = await GivenHouse.Start();
        using var browser = house.NewBrowser();

        var page = await browser.Open("/docs");
        if (page.Location is { } moved) page = await browser.Open(moved);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var sources = Regex.Matches(page.Text, "(?:src|href)=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(sources);
        Assert.DoesNotMatch("<script(?![^>]*src=)", page.Text);
        Assert.DoesNotContain(sources, source => source.Contains("//", StringComparison.Ordinal));
        foreach (var source in sources.Where(source => source.EndsWith(".js", StringComparison.Ordinal)))
        {
            var address = new Uri(new Uri(house.Url, "/docs/"), source);
            Assert.Equal(HttpStatusCode.OK, (await browser.Open(address.PathAndQuery)).Status);
        }
    }
}
