using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Client;
using static OpenIddict.Client.OpenIddictClientEvents;

namespace XacThuc.Platform.Portal.VNeId;

/// <summary>
/// Refuses an id token whose time is over (OpenID Connect Core 1.0, 3.1.3.7, rule 9). OpenIddict asks that it has an end, not
/// whether that is past.
/// </summary>
internal sealed class RefuseExpired(TimeProvider time) : IOpenIddictClientHandler<ProcessAuthenticationContext>
{
    // The clocks of two houses are never quite the same.
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    /// <summary>Adds it, behind what OpenIddict asks of the token.</summary>
    public static void Add(OpenIddictClientBuilder client) => client.AddEventHandler<ProcessAuthenticationContext>(handler => handler
        .UseSingletonHandler<RefuseExpired>().SetOrder(OpenIddictClientHandlers.ValidateBackchannelIdentityTokenNonce.Descriptor.Order + 1));

    public ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.BackchannelIdentityTokenPrincipal is { } told && !IsInTime(told.GetClaim(OpenIddictConstants.Claims.ExpiresAt)))
            context.Reject(OpenIddictConstants.Errors.InvalidToken, "The id token is over.");
        return default;
    }

    // Seconds since 1970, which may have a fraction (RFC 7519, 2).
    private bool IsInTime(string? until) =>
        double.TryParse(until, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds > (time.GetUtcNow() - Leeway).ToUnixTimeSeconds();
}
