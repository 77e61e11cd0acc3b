using System.Net;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Portal;

/// <summary>A citizen comes in to the portal with an e-identity: both houses, over HTTP, nothing in between.</summary>
public sealed class VNeIdTests
{
    public static TheoryData<TestDatabase> Databases => [.. TestDatabases.Here];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_citizen_of_level_2_comes_in_and_sees_the_records_of_the_own_number(TestDatabase database)
    {
        await using var given = await GivenVNeId.Open(database);
        var secret = await given.HasIdentity(2);

        var consent = await given.SignIn(secret);
        var back = await given.Answer(consent);

        Assert.Equal("/identity/consent", consent.Address.AbsolutePath);
        Assert.Equal(given.Platform.Port, back.Address.Port);
        Assert.StartsWith("/portal/my", back.Address.AbsolutePath, StringComparison.Ordinal);
        var (subject, records) = Assert.Single(await given.Begun());
        Assert.Equal("citizen:VNeId2", subject);
        Assert.Equal(2, records.Split(' ').Length);
    }

    [Fact]
    public async Task The_one_time_code_belongs_to_level_2_alone()
    {
        await using var given = await GivenVNeId.Open();
        await given.HasIdentity(1);

        var back = await given.Answer(await given.SignIn(secret: null));

        Assert.StartsWith("/portal/my", back.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("citizen:VNeId1", Assert.Single(await given.Begun()).Subject);
    }

    [Fact]
    public async Task Who_does_not_agree_hands_nothing_over()
    {
        await using var given = await GivenVNeId.Open();
        await given.HasIdentity(1);

        var back = await given.Answer(await given.SignIn(secret: null), agrees: false);

        Assert.Equal("/portal/sign-in/vneid/failed?why=Declined", back.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Empty(await given.Begun());
        Assert.Empty(await given.Noted("register", "identity.hand_over"));
        Assert.Single(await given.Noted("register", "identity.withhold"));
    }

    [Fact]
    public async Task What_came_back_opens_once_and_only_in_the_browser_that_began()
    {
        await using var given = await GivenVNeId.Open();
        await given.HasIdentity(1);
        using var thief = new GivenBrowser();
        var consent = await given.SignIn(secret: null);
        var address = await given.Person.Where(new Uri(given.Register, "connect/authorize"), consent, [.. GivenBrowser.Hidden(consent), ("answer", "yes")]);

        var stolen = await thief.Open(address);
        var begunByThief = await given.Begun();
        var own = await given.Person.Open(address);
        var again = await given.Person.Open(address);

        Assert.Equal("/portal/sign-in/vneid/back", address.AbsolutePath);
        Assert.Equal("/portal/sign-in/vneid/failed?why=NotValid", stolen.Address.PathAndQuery);
        Assert.Empty(begunByThief);
        Assert.Equal("/portal/sign-in/vneid/failed?why=NotValid", again.Address.PathAndQuery);
        Assert.True((await given.Begun()).Count <= 1, own.Page);
    }

    [Fact]
    public async Task A_citizens_session_opens_no_page_of_the_staff_and_theirs_none_of_the_citizens()
    {
        await using var given = await GivenVNeId.Open();
        await given.HasIdentity(1);
        using var officer = await given.Staff("CommunePolice", "CAX-06226");
        using var disguised = new GivenBrowser();
        await given.Answer(await given.SignIn(secret: null));
        var session = Assert.Single(given.Person.Cookies(new Uri(given.Platform, "portal/my")), cookie => cookie.Name is "xt-platform-citizen");
        disguised.Take(given.Platform, session, "xt-platform");

        var lists = await given.Person.Open(new Uri(given.Platform, "records"));
        var cases = await given.Person.Open(new Uri(given.Register, "identities"));
        var asStaff = await disguised.Open(new Uri(given.Platform, "records"));
        var asked = await officer.Open(new Uri(given.Platform, "portal/sign-in/vneid"));
        var consent = await officer.Open(new Uri(asked.Address.AbsoluteUri.Replace("/identity/sign-in?", "/identity/consent?", StringComparison.Ordinal)));

        Assert.Equal("/sign-in", lists.Address.AbsolutePath);
        Assert.Equal("/sign-in", cases.Address.AbsolutePath);
        Assert.Equal("/sign-in", asStaff.Address.AbsolutePath);
        Assert.Equal("/identity/sign-in", consent.Address.AbsolutePath);
    }
}
