using System.Net;
using XacThuc.Testing.Houses;
using XacThuc.Web.Data.Bulk;
using Xunit;

namespace XacThuc.Journeys.Tests.Portal;

/// <summary>The slip of an e-identity: it opens once, and for seven days.</summary>
public sealed class ActivationTests
{
    private const string Other = "một mật khẩu hoàn toàn khác 55";

    public static TheoryData<TestDatabase> Databases => [.. TestDatabases.Here];

    [Fact]
    public async Task A_slip_that_was_used_opens_nothing_and_the_password_stays()
    {
        await using var given = await GivenVNeId.Open();
        var slip = await given.Issue(1);
        await given.Activate(slip);
        using var finder = new GivenBrowser();

        var again = await WithSlip(given, finder, slip);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/identity/activate"), (again.Status, again.Address.AbsolutePath));
        Assert.Single(await given.Noted("register", "identity.activate"));
        Assert.Equal("/identity/consent", (await given.SignIn(secret: null)).Address.AbsolutePath);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_two_who_hold_one_slip_the_first_who_chooses_a_password_has_it(TestDatabase database)
    {
        await using var given = await GivenVNeId.Open(database);
        var slip = await given.Issue(1);
        using var finder = new GivenBrowser();
        var own = await WithSlip(given, given.Person, slip);
        var found = await WithSlip(given, finder, slip);

        var first = await given.Person.Send(own.Address, own, ("Password", GivenVNeId.Password), ("Again", GivenVNeId.Password));
        var second = await finder.Send(found.Address, found, ("Password", Other), ("Again", Other));

        Assert.Equal("/identity/activate/choose", found.Address.AbsolutePath);
        Assert.Equal((HttpStatusCode.OK, "/identity/activate/choose"), (first.Status, first.Address.AbsolutePath));
        Assert.Equal("/identity/activate", second.Address.AbsolutePath);
        Assert.Equal("/identity/consent", (await given.SignIn(secret: null)).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await given.SignIn(secret: null, password: Other, browser: finder)).Status);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_slip_opens_nothing_after_seven_days(TestDatabase database)
    {
        await using var given = await GivenVNeId.Open(database);
        var (slip, now) = (await given.Issue(1), TimeProvider.System.GetUtcNow());
        var lives = await given.Ask("register", "SELECT COUNT(*) FROM e_identities WHERE \"ActivationUntil\" > @at", command => BulkList.Put(command, "@at", now.AddDays(7).AddMinutes(-10)));
        await Until(given, now.AddMinutes(-1));

        var late = await WithSlip(given, given.Person, slip);
        await Until(given, now.AddMinutes(10));
        var inTime = await WithSlip(given, given.Person, slip);

        Assert.Equal(1L, lives);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/identity/activate"), (late.Status, late.Address.AbsolutePath));
        Assert.Equal((HttpStatusCode.OK, "/identity/activate/choose"), (inTime.Status, inTime.Address.AbsolutePath));
    }

    private static async Task<Seen> WithSlip(GivenVNeId given, GivenBrowser browser, string slip)
    {
        var address = new Uri(given.Register, "identity/activate");
        return await browser.Send(address, await browser.Open(address), ("Number", GivenVNeId.Number), ("Code", slip));
    }

    // As if so much time had passed.
    private static Task<object?> Until(GivenVNeId given, DateTimeOffset at) =>
        given.Ask("register", "UPDATE e_identities SET \"ActivationUntil\" = @at", command => BulkList.Put(command, "@at", at));
}
