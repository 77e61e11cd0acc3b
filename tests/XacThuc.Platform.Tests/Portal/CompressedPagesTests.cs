using System.IO.Compression;
using System.Text;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Portal.LookUp;
using Xunit;

namespace XacThuc.Platform.Tests.Portal;

/// <summary>Pages of the portal on the wire: compressed where they tell nothing of anybody, and nowhere else.</summary>
public sealed class CompressedPagesTests
{
    [Theory]
    [InlineData("/portal")]
    [InlineData("/portal/look-up")]
    [InlineData("/portal/register")]
    [InlineData("/portal/feedback")]
    [InlineData("/portal/status")]
    [InlineData("/portal/feedback/follow")]
    public async Task A_page_for_everybody_comes_compressed_and_is_the_same(string address)
    {
        await using var house = await GivenHouse.Start(Database.Sqlite);
        using var citizen = house.Anybody();

        var (plain, _, page) = await Get(citizen, address, "identity");
        var (encoding, bytes, compressed) = await Get(citizen, address, "gzip, br");
        var (again, _, _) = await Get(citizen, address, "gzip, br");

        Assert.Equal(("", "br", "br"), (plain, encoding, again));
        Assert.Equal(Heading(page), Heading(compressed));
        Assert.True(bytes < Encoding.UTF8.GetByteCount(page) * 0.6, $"{bytes} of {Encoding.UTF8.GetByteCount(page)} bytes");
    }

    [Fact]
    public async Task Whoever_is_signed_in_and_whoever_sent_a_form_gets_it_as_it_is()
    {
        await using var given = await GivenLookUp.Open(Database.Sqlite);
        var form = await given.Citizen.GetStringAsync("/portal/look-up", GivenHouse.Stop);
        given.Citizen.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");

        using var sent = await given.Citizen.Submit("/portal/look-up", form, GivenLookUp.Form(known: "12"));
        await given.SignInByVNeId(new Citizen(CitizenWay.VNeId2, [(await given.Record("r1")).Ref]));
        var (own, _, _) = await Get(given.Citizen, "/portal/my");
        var (first, _, _) = await Get(given.Citizen, "/portal");

        Assert.Equal(422, (int)sent.StatusCode);
        Assert.Empty(sent.Content.Headers.ContentEncoding);
        Assert.Equal(("", ""), (own, first));
    }

    [Fact]
    public async Task Pages_of_the_staff_come_as_they_are()
    {
        await using var house = await GivenHouse.Start(Database.Sqlite);
        using var station = house.Caller();

        var (doses, _, _) = await Get(station, "/doses", "gzip, br");
        var (lists, _, _) = await Get(station, "/lists", "gzip, br");

        Assert.Equal(("", ""), (doses, lists));
    }

    private static string Heading(string page) => page.Split("<h1")[1].Split("</h1>")[0];

    private static async Task<(string Encoding, int Bytes, string Page)> Get(HttpClient by, string address, string? accepts = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepts is not null) request.Headers.Add("Accept-Encoding", accepts);
        using var response = await by.SendAsync(request, GivenHouse.Stop);
        response.EnsureSuccessStatusCode();
        var (encoding, bytes) = (string.Join(' ', response.Content.Headers.ContentEncoding), await response.Content.ReadAsByteArrayAsync(GivenHouse.Stop));
        if (encoding is not "br") return (encoding, bytes.Length, Encoding.UTF8.GetString(bytes));
        using var content = new StreamReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
        return (encoding, bytes.Length, await content.ReadToEndAsync(GivenHouse.Stop));
    }
}
