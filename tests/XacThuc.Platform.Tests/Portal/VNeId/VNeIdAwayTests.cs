using XacThuc.Platform.Portal.VNeId;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using Xunit;

namespace XacThuc.Platform.Tests.Portal.VNeId;

/// <summary>VNeID where it does not answer, and where it is set up badly.</summary>
public sealed class VNeIdAwayTests
{
    [Fact]
    public async Task Where_the_service_does_not_answer_the_page_says_so()
    {
        await using var house = await GivenHouse.Start(Database.Sqlite);
        using var citizen = house.Anybody();

        var (_, address, page) = await GivenPortal.Read(citizen.GetAsync("/portal/sign-in/vneid", GivenHouse.Stop));

        Assert.Equal("/portal/sign-in/vneid/failed?why=Away", address);
        Assert.Contains("VNeID does not answer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_back_without_having_been_begun_signs_nobody_in()
    {
        await using var house = await GivenHouse.Start(Database.Sqlite);
        using var citizen = house.Anybody();

        var (_, address, _) = await GivenPortal.Read(citizen.GetAsync("/portal/sign-in/vneid/back?code=abc&state=def", GivenHouse.Stop));

        Assert.Equal("/portal/sign-in/vneid/failed?why=NotValid", address);
    }

    [Theory]
    [InlineData("""{ "issuer": "http://elsewhere.example/", "clientId": "a", "clientSecret": "b" }""", "issuer must begin with https://")]
    [InlineData("""{ "issuer": "https://vneid.example/", "clientId": "", "clientSecret": "b" }""", "clientId and clientSecret")]
    [InlineData("""{ "issuer": "https://vneid.example/", "clientId": "a", "clientSecret": "b", "portal": "https://a.example/x" }""", "portal must end")]
    [InlineData("""{ "issuer": "https://vneid.example/", "clientId": "a", "clientSecret": "b", "secret": "c" }""", "cannot be read")]
    public void A_bad_file_is_refused_with_what_is_wrong(string content, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-vneid-");
        File.WriteAllText(Path.Combine(folder.FullName, "vneid.json"), content);

        var refused = Assert.Throws<UnusableSettingsException>(() => VNeIdSettings.Read(new HouseSettings
        {
            House = HouseKind.Platform,
            Url = new Uri("http://127.0.0.1:1"),
            PartnerUrl = new Uri("http://127.0.0.1:2"),
            Folder = folder.FullName,
            Database = HouseDatabase.Sqlite(Path.Combine(folder.FullName, "house.db")),
        }));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
