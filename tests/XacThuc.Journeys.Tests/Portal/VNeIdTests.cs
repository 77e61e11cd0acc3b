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
        Assert.Equal("/portal/my", back.Address.AbsolutePath);
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

        Assert.Equal("/portal/my", back.Address.AbsolutePath);
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
}
