using System.Net;
using Xunit;

namespace XacThuc.Platform.Tests.Portal.VNeId;

/// <summary>What an identity service hands over signs in only where every word of it holds.</summary>
public sealed class IdTokenTests
{
    [Fact]
    public async Task A_right_token_signs_its_person_in()
    {
        await using var given = await GivenSignIn.Open();

        var (status, address, page) = await given.SignIn();

        Assert.True(status == HttpStatusCode.OK && address == "/portal/my", $"{status} {address}");
        Assert.Contains("Lý Văn Quân", page, StringComparison.Ordinal);
        Assert.Equal("citizen:VNeId2", Assert.Single(await given.Begun()));
    }

    [Theory]
    [InlineData(TokenFault.OtherNonce)]
    [InlineData(TokenFault.NoNonce)]
    [InlineData(TokenFault.OtherAudience)]
    [InlineData(TokenFault.OtherIssuer)]
    [InlineData(TokenFault.Expired)]
    [InlineData(TokenFault.OtherKey)]
    [InlineData(TokenFault.Changed)]
    [InlineData(TokenFault.Unsigned)]
    public async Task A_token_with_one_fault_signs_nobody_in(TokenFault fault)
    {
        await using var given = await GivenSignIn.Open(fault);

        var (_, address, page) = await given.SignIn();
        var own = await given.Look();

        Assert.Equal(1, given.Issuer.Given);
        Assert.Equal("/portal/sign-in/vneid/failed?why=NotValid", address);
        Assert.DoesNotContain(GivenIssuer.Number, page, StringComparison.Ordinal);
        Assert.Equal("/portal/look-up", own);
        Assert.Empty(await given.Begun());
    }
}
