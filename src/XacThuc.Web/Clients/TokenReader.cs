using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using XacThuc.Web.Accounts;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Clients;

/// <summary>
/// Reads the token of a program (RFC 6750, RFC 9068). A token that was right is remembered for a minute, so that a call
/// costs neither a signature nor a look-up, and a client that was closed is out a minute later.
/// </summary>
internal sealed class TokenReader(TokenKeys keys, HouseSettings settings, TimeProvider time)
{
    /// <summary>The claim that each scope of a token becomes.</summary>
    public const string ScopeClaim = "xt_scope";

    private const int MostRemembered = 10_000;

    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _rules = new()
    {
        ValidIssuer = settings.Url.ToString(),
        ValidateAudience = false,
        ValidTypes = ["at+jwt"],
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        IssuerSigningKey = keys.Signing,
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (from, until, _, _) => until > time.GetUtcNow().UtcDateTime
            && (from is null || from <= time.GetUtcNow().UtcDateTime.AddSeconds(5)),
    };

    /// <summary>Who asks, where a token says so.</summary>
    public ValueTask<ClaimsPrincipal?> Find(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return default;
        var token = header.AsSpan(7);
        return _remembered.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var known) && known.Until > time.GetUtcNow()
            ? new(known.Client) : new(Read(token.ToString(), context));
    }

    private async Task<ClaimsPrincipal?> Read(string token, HttpContext context)
    {
        _remembered.TryRemove(token, out _);
        var read = await _handler.ValidateTokenAsync(token, _rules);
        if (!read.IsValid || read.ClaimsIdentity.FindFirst(OpenIddictConstants.Claims.ClientId)?.Value is not { } id) return null;
        var applications = context.RequestServices.GetRequiredService<IOpenIddictApplicationManager>();
        if (await applications.FindByClientIdAsync(id, context.RequestAborted) is null) return null;

        var scopes = read.ClaimsIdentity.FindAll(OpenIddictConstants.Claims.Scope).SelectMany(claim => claim.Value.Split(' '));
        // A token that a citizen's sign-in gave acts for no unit.
        if (read.ClaimsIdentity.FindFirst("xt_unit") is null) return null;

        var claims = read.ClaimsIdentity.Claims.Where(claim => claim.Type.StartsWith("xt_", StringComparison.Ordinal))
            .Concat(scopes.Select(scope => new Claim(ScopeClaim, scope)));
        var client = new ClaimsPrincipal(new SignedIn.ProgramIdentity(claims, "xt-token"));
        var now = time.GetUtcNow();
        var ends = new DateTimeOffset(read.SecurityToken.ValidTo, TimeSpan.Zero);
        if (_remembered.Count >= MostRemembered) _remembered.Clear();
        _remembered[token] = new Remembered(client, ends < now + RememberedFor ? ends : now + RememberedFor);
        return client;
    }

    private sealed record Remembered(ClaimsPrincipal Client, DateTimeOffset Until);
}
