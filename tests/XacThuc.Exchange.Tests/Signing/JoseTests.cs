using System.Security.Cryptography;
using System.Text;
using Jose;
using XacThuc.Exchange.Signing;
using Xunit;

namespace XacThuc.Exchange.Tests.Signing;

public sealed class JoseTests
{
    private static readonly JwtOptions Detached = new() { DetachPayload = true, EncodePayload = false };

    [Fact]
    public void A_library_of_another_make_verifies_what_the_border_signs()
    {
        var parameters = KeyFile.NewKey();
        using var key = ECDsa.Create(parameters);
        var (text, body) = (SignedText.OfMessage("/border/x.v1", "1", "id", "", "d"), Encoding.UTF8.GetBytes("""{"text":"chào."}"""));

        var signature = new BorderKey(parameters).Sign(text, body);

        var verified = JWT.VerifyBytes(signature, key, JwsAlgorithm.ES256, null, [.. text, .. body]);
        Assert.Equal([.. text, .. body], verified);
        Assert.ThrowsAny<Exception>(() => JWT.VerifyBytes(signature, key, JwsAlgorithm.ES256, null, [.. text, .. body, (byte)' ']));
    }

    [Fact]
    public void The_border_verifies_what_a_library_of_another_make_signs()
    {
        var parameters = KeyFile.NewKey();
        using var key = ECDsa.Create(parameters);
        var own = new BorderKey(parameters);
        var (text, body) = (SignedText.OfMessage("/border/x.v1", "1", "id", "", "d"), Encoding.UTF8.GetBytes("{}"));

        var signature = JWT.EncodeBytes(
            [.. text, .. body], key, JwsAlgorithm.ES256, new Dictionary<string, object>(StringComparer.Ordinal) { ["kid"] = own.Id },
            options: Detached);

        var parts = signature.Split('.');
        Assert.Equal(own.Id, ProtectedHeader.KeyIdOf(parts[0]));
        Assert.True(own.Fits(parts[0], parts[2], text, body));
    }
}
