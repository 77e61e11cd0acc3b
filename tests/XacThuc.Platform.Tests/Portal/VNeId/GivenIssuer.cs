using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace XacThuc.Platform.Tests.Portal.VNeId;

/// <summary>What is wrong with an id token.</summary>
public enum TokenFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It answers another browser's question.</summary>
    OtherNonce,

    /// <summary>It answers none.</summary>
    NoNonce,

    /// <summary>It was made for another house.</summary>
    OtherAudience,

    /// <summary>It says that another service made it.</summary>
    OtherIssuer,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It is signed with a key that the service does not have.</summary>
    OtherKey,

    /// <summary>It was changed after it was signed.</summary>
    Changed,

    /// <summary>It is not signed at all.</summary>
    Unsigned,
}

/// <summary>
/// An identity service that agrees to everything at once, and whose id tokens are right but for what a test names
/// (OpenID Connect Core 1.0, 3.1.3.7). It shares no line with the one of the police house.
/// </summary>
internal sealed class GivenIssuer : IAsyncDisposable
{
    public const string Number = "020078000011";

    private const string Client = "portal-of-a-test";
    private const string Secret = "a secret that only this test has";
    private const string KeyId = "k1";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _otherKey = RSA.Create(2048);
    private readonly WebApplication _app;

    private GivenIssuer(TokenFault fault)
    {
        Fault = fault;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", Discovery);
        _app.MapGet("/keys", Keys);
        _app.MapGet("/authorize", Agree);
        _app.MapPost("/token", (Delegate)Redeem);
    }

    /// <summary>What is wrong with its tokens.</summary>
    public TokenFault Fault { get; }

    /// <summary>How many tokens it gave.</summary>
    public int Given { get; private set; }

    /// <summary>What the house's <c>vneid.json</c> is to say.</summary>
    public string Settings => $$"""{ "issuer": "{{Address}}", "clientId": "{{Client}}", "clientSecret": "{{Secret}}" }""";

    private string Address => _app.Urls.First() + "/";

    public static async Task<GivenIssuer> Open(TokenFault fault = TokenFault.None)
    {
        var issuer = new GivenIssuer(fault);
        await issuer._app.StartAsync();
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _otherKey.Dispose();
    }

    private IResult Discovery() => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = Address + "authorize",
        ["token_endpoint"] = Address + "token",
        ["jwks_uri"] = Address + "keys",
        ["response_types_supported"] = (string[])["code"],
        ["response_modes_supported"] = (string[])["query"],
        ["grant_types_supported"] = (string[])["authorization_code"],
        ["subject_types_supported"] = (string[])["public"],
        ["scopes_supported"] = (string[])["openid", "profile", "citizen_number"],
        ["code_challenge_methods_supported"] = (string[])["S256"],
        ["token_endpoint_auth_methods_supported"] = (string[])["client_secret_post"],
        ["id_token_signing_alg_values_supported"] = (string[])["RS256"],
    });

    private IResult Keys()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Base64UrlTextEncoder.Encode(key.Modulus!), e = Base64UrlTextEncoder.Encode(key.Exponent!) } },
        });
    }

    // The nonce comes back as the code: nothing need be kept.
    private static IResult Agree(HttpRequest asked) => Results.Redirect(QueryHelpers.AddQueryString(asked.Query["redirect_uri"].ToString(), new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["code"] = asked.Query["nonce"].ToString(),
        ["state"] = asked.Query["state"].ToString(),
    }));

    private async Task<IResult> Redeem(HttpRequest asked)
    {
        var form = await asked.ReadFormAsync();
        if (form["client_id"] != Client || form["client_secret"] != Secret) return Results.Unauthorized();
        Given++;
        return Results.Json(new { access_token = "a-token-that-opens-nothing", token_type = "Bearer", expires_in = 300, id_token = Token(form["code"].ToString()) });
    }

    private string Token(string nonce)
    {
        var issued = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-5) - (Fault == TokenFault.Expired ? TimeSpan.FromHours(2) : TimeSpan.Zero);
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = "somebody",
            ["name"] = "LÝ VĂN QUÂN",
            ["birthdate"] = "1978-09-02",
            ["gender"] = "male",
            ["citizen_number"] = Number,
            ["acr"] = "2",
        };
        if (Fault != TokenFault.NoNonce) claims["nonce"] = Fault == TokenFault.OtherNonce ? new string([.. nonce.Reverse()]) : nonce;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Fault == TokenFault.OtherIssuer ? "https://elsewhere.example/" : Address,
            Audience = Fault == TokenFault.OtherAudience ? "another-house" : Client,
            IssuedAt = issued,
            NotBefore = issued,
            Expires = issued.AddMinutes(5),
            Claims = claims,
            SigningCredentials = Fault == TokenFault.Unsigned ? null
                : new SigningCredentials(new RsaSecurityKey(Fault == TokenFault.OtherKey ? _otherKey : _key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
        });
        return Fault == TokenFault.Changed ? Changed(token) : token;
    }

    // Another person's number under the first one's signature.
    private static string Changed(string token)
    {
        var parts = token.Split('.');
        var said = Encoding.UTF8.GetString(Base64UrlTextEncoder.Decode(parts[1]));
        parts[1] = Base64UrlTextEncoder.Encode(Encoding.UTF8.GetBytes(said.Replace(Number, (long.Parse(Number, CultureInfo.InvariantCulture) + 1).ToString("D12", CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        return string.Join('.', parts);
    }
}
